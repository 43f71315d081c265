using System.Security.Claims;
using DataBureau.Web.Components;
using DataBureau.Web.Components.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o => { o.LoginPath = "/account/login"; o.AccessDeniedPath = "/account/denied"; });
builder.Services.AddAuthorizationBuilder().AddPolicy("audit.read", p => p.RequireClaim("never"));
builder.Services.AddCascadingAuthenticationState();
builder.Services.AddResponseCompression(o => o.EnableForHttps = true);
builder.Services.AddShell();
builder.Services.AddSingleton(new PermissionName("audit.read", "查看审计记录", "安全管理员"));
foreach (var item in new NavItem[] {
    new("我的工作", "工作台", "/", "inbox", CountKey: "inbox", Order: 1), new("我的工作", "审核台", "/reviews", "fact_check", CountKey: "reviews", Order: 1), new("我的工作", "进展看板", "/dashboard", "monitoring", Order: 1),
    new("目录管理", "数据目录", "/catalogue", "library_books", Order: 2), new("目录管理", "编制任务", "/catalogue/rounds", "assignment", Order: 2),
    new("备案与会商", "规划与备案", "/plans", "description", Order: 3), new("备案与会商", "首席数据官", "/chief-data-officers", "badge", Order: 3), new("备案与会商", "项目", "/projects", "work", Order: 3), new("备案与会商", "会商", "/consultations", "forum", CountKey: "consult", Order: 3),
    new("依据与管理", "法规依据", "/policies", "gavel", Order: 4), new("依据与管理", "组织与用户", "/admin/users", "manage_accounts", Order: 4), new("依据与管理", "审计", "/audit", "history", "audit.read", Order: 4) })
    builder.Services.AddSingleton(item);
var app = builder.Build();
app.UseShellCulture();
app.UseResponseCompression();
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.MapGet("/demo-in", async (HttpContext http) =>
{
    await http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "lwm"), new(UserClaims.DisplayName, "李文敏"), new(UserClaims.Organisation, "太原市民政局"), new(UserClaims.Bureau, "太原市数据局")], "cookie")));
    return Results.Redirect("/");
});
app.MapPost("/account/logout", async (HttpContext http, IAntiforgery af) => { await af.ValidateRequestAsync(http); await http.SignOutAsync(); return Results.Redirect("/account/login"); });
app.MapPost("/scratch/upload", async (IFormFile file) => { await Task.Delay(300); return file.FileName.Contains("bad", StringComparison.Ordinal) ? Results.Problem("文件内容不是 xlsx 表格，请另存为 .xlsx 后再传。", statusCode: 400) : Results.Ok(new { file.FileName, file.Length }); });
app.MapGet("/scratch/heap", () => { for (var i = 0; i < 3; i++) { GC.Collect(2, GCCollectionMode.Aggressive, true, true); GC.WaitForPendingFinalizers(); } return GC.GetTotalMemory(true); });
app.Run();
public partial class Program;
