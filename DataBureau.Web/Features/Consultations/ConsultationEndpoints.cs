using DataBureau.Domain.Consultations;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What leaves the consultations over plain HTTP: the lists and the papers.</summary>
internal static class ConsultationEndpoints
{
    public static void MapConsultationFiles(this WebApplication app)
    {
        app.MapListExport(ConsultationColumns.Export);
        app.MapListExport(ConsultationColumns.OpinionExport);
        app.MapForm("/consultations/{id:guid}/letter.xlsx", "consultation-letter", "会商函", ConsultationPermissions.View, LetterAsync);
        app.MapForm("/consultations/{id:guid}/opinions.xlsx", "consultation-opinions-form", "会商意见汇总表", ConsultationPermissions.View, OpinionsAsync);
        app.MapForm("/consultations/{id:guid}/minutes.xlsx", "consultation-minutes", "会议纪要", ConsultationPermissions.View, MinutesAsync);
        app.MapGet("/consultations/replies/{unitId:guid}", ReplyAsync).RequireAuthorization(ConsultationPermissions.View.Key);
        app.MapGet("/consultations/follow-ups/{itemId:guid}", FollowUpAsync).RequireAuthorization(ConsultationPermissions.View.Key);
    }

    private static async Task<IResult> LetterAsync(Guid id, HttpContext context, ConsultationService consultations, AttachmentService attachments)
    {
        if (await consultations.FindAsync(id, context.RequestAborted) is not { } view)
            return Results.NotFound();
        var files = await attachments.FindAsync(Consultation.CaseKind, id, context.RequestAborted);
        return await SendAsync(context, ConsultationWorkbook.Letter(view, files?.Files ?? []), "会商函", "letter", view);
    }

    private static async Task<IResult> OpinionsAsync(Guid id, HttpContext context, ConsultationService consultations, OpinionService opinions) =>
        await consultations.FindAsync(id, context.RequestAborted) is { Round: > 0 } view
            ? await SendAsync(context, ConsultationWorkbook.Opinions(view, await opinions.ReadAsync(id, null, null, context.RequestAborted)), "会商意见汇总表", "opinions-form", view) : Results.NotFound();

    private static async Task<IResult> MinutesAsync(Guid id, HttpContext context, ConsultationService consultations) =>
        await consultations.FindAsync(id, context.RequestAborted) is { MinutesNumber: not null } view
            ? await SendAsync(context, ConsultationWorkbook.Minutes(view), "会议纪要", "minutes", view) : Results.NotFound();

    /// <summary>A reminder names the unit whose clock it is; the page is that of the consultation, which checks who may see it.</summary>
    private static async Task<IResult> ReplyAsync(Guid unitId, HttpContext context, IDbContextFactory<BureauDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        var id = await db.Set<ConsultationUnit>().Where(u => u.Id == unitId).Select(u => (Guid?)u.ConsultationId).FirstOrDefaultAsync(context.RequestAborted);
        return id is null ? Results.NotFound() : Results.LocalRedirect($"/consultations/{id}?tab=mine");
    }

    private static async Task<IResult> FollowUpAsync(Guid itemId, HttpContext context, IDbContextFactory<BureauDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        var id = await db.Set<ConsultationFollowUp>().Where(f => f.Id == itemId).Select(f => (Guid?)f.ConsultationId).FirstOrDefaultAsync(context.RequestAborted);
        return id is null ? Results.NotFound() : Results.LocalRedirect($"/consultations/{id}?tab={ConsultationNotices.FollowUps}#{itemId}");
    }

    private static Task<IResult> SendAsync(HttpContext context, FormWorkbook form, string name, string key, ConsultationView view) =>
        context.SendFormAsync(form, $"{name}-{view.Content.Title}.xlsx", new($"export.consultation-{key}", $"导出{name}「{view.Content.Title}」", Consultation.CaseKind, view.Id));
}
