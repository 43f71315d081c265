using DataBureau.Domain.Catalogue;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>What leaves and enters the catalogue over plain HTTP: exports, forms, uploads.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogueFiles(this WebApplication app)
    {
        app.MapListExport(new ListExport<CatalogueRow>("catalogue", "公共数据目录", CataloguePermissions.Export, CatalogueColumns.All,
            (services, query, ct) => services.GetRequiredService<CatalogueService>().StreamAsync(CatalogueFilterQuery.Read(query), ct)));
        app.MapListExport(new ListExport<ReviewRow>("reviews", "待审核目录", CataloguePermissions.View, ReviewColumns.All,
            (services, query, ct) => services.GetRequiredService<ReviewService>().StreamAsync(ReviewService.Read(query), ct)));
        app.MapGet("/catalogue/{id:guid}/form.xlsx", FormAsync).RequireAuthorization(CataloguePermissions.View.Key);
        app.MapPost("/catalogue/import/upload", UploadAsync).RequireAuthorization();
        app.MapGet("/catalogue/import/{id:guid}/errors.xlsx", ErrorsAsync).RequireAuthorization();
        app.MapGet("/catalogue/import/template.xlsx", TemplateAsync).RequireAuthorization();
    }

    private static async Task<IResult> FormAsync(Guid id, HttpContext context, CatalogueService catalogue, IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit)
    {
        if (await catalogue.FindAsync(id, context.RequestAborted) is not { } view)
            return Results.NotFound();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            var actor = await db.ReadActorAsync(await current.GetIdAsync(), default);
            audit.Add(db, actor!, "export.catalogue-form", $"导出目录审核表「{view.Content.Name}」", CatalogueEntry.Kind, id.ToString());
            await db.SaveChangesAsync();
        }

        using var form = CatalogueWorkbook.Form(view);
        return await XlsxAsync(context, $"目录审核表-{view.Content.Name}.xlsx", output => form.SaveAsync(output, context.RequestAborted));
    }

    private static async Task<IResult> UploadAsync(IFormFile file, ImportSessions sessions, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenReadStream();
        var (session, refusal) = await sessions.UploadAsync(stream, file.FileName, file.Length, cancellationToken);
        return session is null ? Results.Problem(refusal!.Sentence, statusCode: StatusCodes.Status400BadRequest) : Results.Ok(new { session.Id });
    }

    private static async Task<IResult> ErrorsAsync(Guid id, HttpContext context, ImportSessions sessions, ImportService import)
    {
        if (await sessions.FindAsync(id, context.RequestAborted) is not { } session)
            return Results.NotFound();
        var request = sessions.Request(session) with { CreateOrganisations = context.Request.Query["create"] == "1" };
        var (report, refusal) = await import.CheckAsync(request, null, context.RequestAborted);
        return report is null
            ? Results.Problem(refusal!.Sentence, statusCode: StatusCodes.Status400BadRequest)
            : await XlsxAsync(context, $"{Path.GetFileNameWithoutExtension(session.FileName)}-问题.xlsx", output => ImportErrorWorkbook.WriteAsync(request, report, output, context.RequestAborted));
    }

    private static async Task<IResult> TemplateAsync(HttpContext context, IDbContextFactory<BureauDbContext> contexts, CurrentUser current, Domain.Policy.PolicyLibrary policies)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        var actor = await db.ReadActorAsync(await current.GetIdAsync(), context.RequestAborted);
        var organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == (actor == null ? Guid.Empty : actor.OrganisationId), context.RequestAborted);
        if (organisation is null)
            return Results.NotFound();
        return await XlsxAsync(context, "公共数据目录导入模板.xlsx", output => ImportTemplate.WriteAsync(output, organisation, policies.For(organisation.RegionCode), context.RequestAborted));
    }

    /// <summary>Sends a workbook under a Chinese name.</summary>
    private static async Task<IResult> XlsxAsync(HttpContext context, string name, Func<Stream, Task> write)
    {
        context.Response.ContentType = XlsxTableWriter.ContentType;
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name, FileName = "workbook.xlsx" }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        await write(context.Response.Body);
        return Results.Empty;
    }
}
