using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Excel;
using DataBureau.Web.Files;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>What leaves the feature over plain HTTP: the lists and the papers of a filing.</summary>
internal static class OfficerEndpoints
{
    public static void MapOfficerFiles(this WebApplication app)
    {
        app.MapListExport(OfficerColumns.RosterExport);
        app.MapListExport(OfficerColumns.UnitsExport);
        app.MapListExport(OfficerColumns.CoverageExport);
        app.MapListExport(SchemeColumns.Export);
        app.MapForm("/chief-data-officers/{id:guid}/form.xlsx", "officer-form", OfficerWorkbook.FormName, OfficerPermissions.View, FormAsync);
        app.MapForm("/chief-data-officers/{id:guid}/supplements/{round:int}.xlsx", "officer-notice", "首席数据官备案补正通知", OfficerPermissions.View, NoticeAsync);
    }

    private static async Task<IResult> FormAsync(Guid id, HttpContext context, OfficerService officers, AttachmentService attachments)
    {
        if (await officers.FindAsync(id, context.RequestAborted) is not { } view)
            return Results.NotFound();
        var files = await attachments.FindAsync(OfficerAppointment.CaseKind, id, context.RequestAborted);
        return await SendAsync(context, OfficerWorkbook.Form(view, files?.Files ?? []), OfficerWorkbook.FormName, "form", view);
    }

    private static async Task<IResult> NoticeAsync(Guid id, int round, HttpContext context, OfficerService officers) =>
        await officers.FindAsync(id, context.RequestAborted) is { } view && view.Rounds.FirstOrDefault(r => r.Round == round) is { } asked
            ? await SendAsync(context, OfficerWorkbook.Notice(view, asked), "补正通知", "notice", view) : Results.NotFound();

    private static Task<IResult> SendAsync(HttpContext context, FormWorkbook form, string name, string key, OfficerDetailView view) =>
        context.SendFormAsync(form, $"{name}-{view.OrganisationName}-{view.Content.PersonName}.xlsx", new($"export.officer-{key}", $"导出{name}「{view.OrganisationName} {view.Content.PersonName}」", OfficerAppointment.CaseKind, view.Id));
}
