using DataBureau.Domain.Plans;
using DataBureau.Web.Excel;
using DataBureau.Web.Files;

namespace DataBureau.Web.Features.Plans;

/// <summary>What leaves the plans over plain HTTP: the list and the papers of a filing.</summary>
internal static class PlanEndpoints
{
    public static void MapPlanFiles(this WebApplication app)
    {
        app.MapListExport(PlanColumns.Export);
        app.MapForm("/plans/{id:guid}/form.xlsx", "plan-form", "规划备案表", PlanPermissions.View, FormAsync);
        app.MapForm("/plans/{id:guid}/supplements/{round:int}.xlsx", "plan-notice", "规划备案补正通知", PlanPermissions.View, NoticeAsync);
        app.MapForm("/plans/{id:guid}/receipt.xlsx", "plan-receipt", "规划备案回执", PlanPermissions.View, ReceiptAsync);
    }

    private static async Task<IResult> FormAsync(Guid id, HttpContext context, PlanService plans, AttachmentService attachments)
    {
        if (await plans.FindAsync(id, context.RequestAborted) is not { } view)
            return Results.NotFound();
        var files = await attachments.FindAsync(Plan.CaseKind, id, context.RequestAborted);
        return await SendAsync(context, PlanWorkbook.Form(view, files?.Files ?? []), PlanWords.FormName(view), "form", view);
    }

    private static async Task<IResult> NoticeAsync(Guid id, int round, HttpContext context, PlanService plans) =>
        await plans.FindAsync(id, context.RequestAborted) is { } view && view.Rounds.FirstOrDefault(r => r.Round == round) is { } asked
            ? await SendAsync(context, PlanWorkbook.Notice(view, asked), "补正通知", "notice", view) : Results.NotFound();

    private static async Task<IResult> ReceiptAsync(Guid id, HttpContext context, PlanService plans) =>
        await plans.FindAsync(id, context.RequestAborted) is { FilingNumber: not null } view
            ? await SendAsync(context, PlanWorkbook.Receipt(view), "备案回执", "receipt", view) : Results.NotFound();

    private static Task<IResult> SendAsync(HttpContext context, FormWorkbook form, string name, string key, PlanDetailView view) =>
        context.SendFormAsync(form, $"{name}-{view.Content.Title}.xlsx", new($"export.plan-{key}", $"导出{name}「{view.Content.Title}」", Plan.CaseKind, view.Id));
}
