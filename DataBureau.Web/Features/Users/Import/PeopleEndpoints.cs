using DataBureau.Domain.Access;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users.Import;

/// <summary>The files of the two imports, and the sheet of passwords that is given out once.</summary>
internal static class PeopleEndpoints
{
    public const string AccountPage = "/admin/users/import";
    public const string GrantPage = "/admin/grants/import";
    public const string Passwords = "/admin/users/passwords.xlsx";

    private static readonly IReadOnlyList<XlsxColumn<IssuedPassword>> Columns =
    [
        XlsxColumn<IssuedPassword>.Text("用户名", 20, p => p.UserName), XlsxColumn<IssuedPassword>.Text("姓名", 14, p => p.DisplayName),
        XlsxColumn<IssuedPassword>.Text("单位", 36, p => p.Organisation), XlsxColumn<IssuedPassword>.Text("初始密码", 20, p => p.Password.Text),
    ];

    public static void MapPeopleImport(this WebApplication app)
    {
        var (accounts, grants) = (AdministrationPermissions.Accounts.Key, AdministrationPermissions.Users.Key);
        app.MapImportUpload(AccountPage, accounts, PeopleSheets.AccountKind);
        app.MapImportUpload(GrantPage, grants, PeopleSheets.GrantKind);
        app.MapGet(AccountPage + "/template.xlsx", (HttpContext context, CancellationToken cancellationToken) => TemplateAsync(context, "用户", PeopleSheets.Accounts, PeopleSheets.AccountNotes, cancellationToken)).RequireAuthorization(accounts);
        app.MapGet(GrantPage + "/template.xlsx", (HttpContext context, CancellationToken cancellationToken) => TemplateAsync(context, "授权", PeopleSheets.Grants, PeopleSheets.GrantNotes, cancellationToken)).RequireAuthorization(grants);
        app.MapGet(AccountPage + "/{id:guid}/errors.xlsx", (Guid id, HttpContext context, ImportSessions sessions, PeopleImportService import) =>
            ErrorsAsync(context, sessions, PeopleSheets.AccountKind, id, request => import.AccountsAsync(request, null, context.RequestAborted))).RequireAuthorization(accounts);
        app.MapGet(GrantPage + "/{id:guid}/errors.xlsx", (Guid id, HttpContext context, ImportSessions sessions, PeopleImportService import) =>
            ErrorsAsync(context, sessions, PeopleSheets.GrantKind, id, request => import.GrantsAsync(request, null, context.RequestAborted))).RequireAuthorization(grants);
        app.MapPost(Passwords, PasswordsAsync).RequireAuthorization(accounts);
    }

    /// <summary>Takes the sheet: after this nobody has it but whoever asked.</summary>
    private static async Task<IResult> PasswordsAsync(HttpContext context, IssuedPasswords issued, CurrentUser current, IDbContextFactory<BureauDbContext> contexts, AuditLog audit, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest();
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        if (await db.ReadActorAsync(await current.GetIdAsync(), context.RequestAborted) is not { } actor || issued.Take(actor.UserId) is not { Count: > 0 } passwords)
            return Results.Problem("初始密码表已经下载过，或已超过保留时间。系统不保存密码，请由安全管理员逐个重置。", statusCode: StatusCodes.Status404NotFound);
        audit.Add(db, actor, "export.passwords", $"下载初始密码表，共 {passwords.Count} 个账号", "export", "passwords", after: new { Rows = passwords.Count });
        await db.SaveChangesAsync();
        context.Response.Headers.CacheControl = "no-store";
        return await context.SendXlsxAsync("初始密码表.xlsx", output => XlsxTableWriter.WriteAsync(output, new XlsxTable<IssuedPassword>("初始密码", Columns), passwords.ToAsyncEnumerable(), context.RequestAborted));
    }

    private static Task<IResult> TemplateAsync(HttpContext context, string name, IReadOnlyList<SheetColumn> columns, IReadOnlyList<string> notes, CancellationToken cancellationToken) =>
        context.SendXlsxAsync($"{name}导入模板.xlsx", output => SheetTemplate.WriteAsync(output, name, columns, notes, cancellationToken));

    private static async Task<IResult> ErrorsAsync(HttpContext context, ImportSessions sessions, ImportKind kind, Guid id, Func<ImportRequest, Task<(ListImportReport? Report, ImportRefusal? Refusal)>> check)
    {
        if (await sessions.FindAsync(kind, id, context.RequestAborted) is not { } session)
            return Results.NotFound();
        var request = ImportRequest.Of(session, sessions);
        var (report, refusal) = await check(request);
        return report is null || refusal is not null ? Results.Problem(refusal!.Sentence, statusCode: StatusCodes.Status400BadRequest)
            : await context.SendXlsxAsync($"{Path.GetFileNameWithoutExtension(session.FileName)}-问题.xlsx", output => ErrorWorkbook.WriteAsync(output, request.Path, request.FileName, report.Findings, report.HeaderRows, ct: context.RequestAborted));
    }
}
