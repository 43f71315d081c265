using DataBureau.Domain.Catalogue;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>What leaves and enters the catalogue over plain HTTP: exports, forms, uploads.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogueFiles(this WebApplication app)
    {
        app.MapListExport(CatalogueLists.Catalogue);
        app.MapListExport(CatalogueLists.Reviews);
        app.MapForm("/catalogue/{id:guid}/form.xlsx", "catalogue-form", "目录审核表", CataloguePermissions.View, FormAsync);
        app.MapImportUpload("/catalogue/import", CataloguePermissions.ImportPage, ImportRequest.Kind);
        app.MapGet("/catalogue/import/{id:guid}/errors.xlsx", ErrorsAsync).RequireAuthorization(CataloguePermissions.ImportPage);
        app.MapGet("/catalogue/import/template.xlsx", TemplateAsync).RequireAuthorization(CataloguePermissions.ImportPage);
    }

    private static async Task<IResult> FormAsync(Guid id, HttpContext context, CatalogueService catalogue) =>
        await catalogue.FindAsync(id, context.RequestAborted) is { } view
            ? await context.SendFormAsync(CatalogueWorkbook.Form(view), $"目录审核表-{view.Content.Name}.xlsx", new("export.catalogue-form", $"导出目录审核表「{view.Content.Name}」", CatalogueEntry.Kind, id))
            : Results.NotFound();

    private static async Task<IResult> ErrorsAsync(Guid id, HttpContext context, ImportSessions sessions, ImportService import, ILogger<ImportService> logger)
    {
        if (await sessions.FindAsync(ImportRequest.Kind, id, context.RequestAborted) is not { } session)
            return Results.NotFound();
        var request = ImportRequest.Of(session, sessions) with { CreateOrganisations = context.Request.Query["create"] == "1" };
        var (report, refusal) = await import.CheckAsync(request, null, context.RequestAborted);
        return report is null || refusal is not null
            ? Results.Problem(refusal!.Sentence, statusCode: StatusCodes.Status400BadRequest)
            : await context.SendXlsxAsync($"{Path.GetFileNameWithoutExtension(session.FileName)}-问题.xlsx", output => CatalogueErrorWorkbook.WriteAsync(request, report, output, logger, context.RequestAborted));
    }

    private static async Task<IResult> TemplateAsync(HttpContext context, IDbContextFactory<BureauDbContext> contexts, CurrentUser current, Domain.Policy.PolicyLibrary policies)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        var actor = await db.ReadActorAsync(await current.GetIdAsync(), context.RequestAborted);
        var organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == (actor == null ? Guid.Empty : actor.OrganisationId), context.RequestAborted);
        if (organisation is null)
            return Results.NotFound();
        return await context.SendXlsxAsync("公共数据目录导入模板.xlsx", output => ImportTemplate.WriteAsync(output, organisation, policies.For(organisation.RegionCode), context.RequestAborted));
    }
}
