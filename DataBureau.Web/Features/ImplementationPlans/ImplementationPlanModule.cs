using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Files;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ImplementationPlans;

public static class ImplementationPlanModule
{
    public const string Href = "/plans/implementation";
    private const string MenuPolicy = "implementation-plan.menu";

    /// <summary>A rule of the jurisdiction has implementation plans filed.</summary>
    public static bool Asks(JurisdictionPolicy policy) => policy.Projects.ImplementationFiling is not null;

    public static void AddImplementationPlans(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, ImplementationPlanMove>();
        services.AddScoped<ImplementationPlanCase>();
        services.AddScoped<ImplementationPlanService>();
        services.AddSingleton<CaseFiles, ImplementationPlanFiles>();
        services.AddSingleton<InboxSource, ImplementationPlanInbox>();
        services.AddBatchActs<ImplementationPlanCase, ImplementationPlan, ImplementationPlanState, ImplementationPlanAction>(
            ImplementationPlanAction.Approve, ImplementationPlanAction.Accept, ImplementationPlanAction.Record, ImplementationPlanAction.Return);
        services.AddSingleton<CaseBook, ImplementationPlanBook>();
        services.AddSingleton(new CaseKind(ImplementationPlan.CaseKind, "实施方案备案", id => $"{Href}/{id}"));
        services.AddSingleton(ImplementationPlanCase.FilingNumbers);
        services.AddSingleton(new NumberHolder(ImplementationPlan.CaseKind,
            (db, id, number) => db.ImplementationPlans.Where(p => p.Id == id && p.FilingNumber == number && p.State != ImplementationPlanState.Cancelled).Select(p => p.Content.Title).FirstOrDefaultAsync(),
            "备案内容需要更正的，请建设单位在该件上用「变更」；项目不再实施的，用「撤销」，撤销后可以作废编号。"));
        foreach (var limit in ImplementationPlanWorkflow.Limits)
            services.AddSingleton(limit);
        services.AddAuthorizationBuilder().AddPolicy(MenuPolicy, p => p.RequireAuthenticatedUser().AddRequirements(new RuledPermissionRequirement(ImplementationPlanPermissions.View, Asks)));
        services.AddSingleton(new NavItem("规划管理", "实施方案备案", Href, "assignment", MenuPolicy, ImplementationPlan.CaseKind, 32));
        foreach (var permission in new[] { ImplementationPlanPermissions.View, ImplementationPlanPermissions.Draft })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, Role.SecurityAdmin.ChineseName()));
    }

    public static void MapImplementationPlans(this WebApplication app)
    {
        app.MapListExport(ImplementationPlanColumns.Export);
        app.MapForm(Href + "/{id:guid}/form.xlsx", "implementation-plan-form", "实施方案备案表", ImplementationPlanPermissions.View, FormAsync);
        app.MapForm(Href + "/{id:guid}/supplements/{round:int}.xlsx", "implementation-plan-notice", "实施方案备案补正通知", ImplementationPlanPermissions.View, NoticeAsync);
    }

    private static async Task<IResult> FormAsync(Guid id, HttpContext context, ImplementationPlanService plans, AttachmentService attachments) =>
        await plans.FindAsync(id, context.RequestAborted) is { } view
            ? await SendAsync(context, ImplementationPlanWorkbook.Form(view, (await attachments.FindAsync(ImplementationPlan.CaseKind, id, context.RequestAborted))?.Files ?? []), ImplementationPlanWords.FormName(view), "form", view)
            : Results.NotFound();

    private static async Task<IResult> NoticeAsync(Guid id, int round, HttpContext context, ImplementationPlanService plans) =>
        await plans.FindAsync(id, context.RequestAborted) is { } view && view.Rounds.FirstOrDefault(r => r.Round == round) is { } asked
            ? await SendAsync(context, ImplementationPlanWorkbook.Notice(view, asked), "补正通知", "notice", view) : Results.NotFound();

    private static Task<IResult> SendAsync(HttpContext context, FormWorkbook form, string name, string key, ImplementationPlanView view) =>
        context.SendFormAsync(form, $"{name}-{view.Content.Title}.xlsx", new($"export.implementation-plan-{key}", $"导出{name}「{view.Content.Title}」", ImplementationPlan.CaseKind, view.Id));
}
