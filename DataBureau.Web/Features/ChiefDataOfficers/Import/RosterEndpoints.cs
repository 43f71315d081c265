using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>The files of the roster import: what is uploaded, the template, the workbook that comes back.</summary>
internal static class RosterEndpoints
{
    public const string Page = "/chief-data-officers/import";

    public static void MapRosterImport(this WebApplication app)
    {
        app.MapImportUpload(Page, OfficerPermissions.Import.Key, RosterRequest.Kind);
        app.MapGet(Page + "/template.xlsx", TemplateAsync).RequireAuthorization(OfficerPermissions.Import.Key);
        app.MapGet(Page + "/{id:guid}/errors.xlsx", ErrorsAsync).RequireAuthorization(OfficerPermissions.Import.Key);
    }

    private static async Task<IResult> TemplateAsync(HttpContext context, RosterImportService import) =>
        await import.TargetsAsync(context.RequestAborted) is [var body, ..]
            ? await context.SendXlsxAsync("首席数据官名册导入模板.xlsx", output => RosterTemplate.WriteAsync(output, body, context.RequestAborted))
            : Results.NotFound();

    private static async Task<IResult> ErrorsAsync(Guid id, HttpContext context, ImportSessions sessions, RosterImportService import)
    {
        if (await sessions.FindAsync(RosterRequest.Kind, id, context.RequestAborted) is not { } session)
            return Results.NotFound();
        var request = RosterRequest.Of(session, sessions);
        var (report, refusal) = await import.CheckAsync(request, null, context.RequestAborted);
        return report is null || refusal is not null
            ? Results.Problem(refusal!.Sentence, statusCode: StatusCodes.Status400BadRequest)
            : await context.SendXlsxAsync($"{Path.GetFileNameWithoutExtension(session.FileName)}-问题.xlsx", output => ImportErrorWorkbook.WriteAsync(output, request.Path, request.FileName, report.Errors, report.Headers, context.RequestAborted));
    }
}
