using Microsoft.AspNetCore.Mvc;

namespace DataBureau.Web.Features.Imports;

/// <summary>What the imports of all features share: uploaded workbooks, located errors, the workbook that comes back.</summary>
public static class ImportModule
{
    public static void AddImports(this IServiceCollection services) => services.AddScoped<ImportSessions>();

    /// <summary>POST {page}/upload takes a workbook in and answers with its session.</summary>
    public static void MapImportUpload(this WebApplication app, string page, string policy, ImportKind kind)
    {
        // One more megabyte than a file may have, for the envelope; the file itself is measured by the session.
        var limit = (app.Configuration.GetValue("Files:MaxUploadMegabytes", ImportSessions.DefaultMaxMegabytes) + 1) * 1024 * 1024;
        app.MapPost(page + "/upload", async (IFormFile file, ImportSessions sessions, CancellationToken cancellationToken) =>
        {
            await using var stream = file.OpenReadStream();
            var (session, refusal) = await sessions.UploadAsync(kind, stream, file.FileName, file.Length, cancellationToken);
            return session is null ? Results.Problem(refusal!.Sentence, statusCode: StatusCodes.Status400BadRequest) : Results.Ok(new { session.Id });
        }).RequireAuthorization(policy).RequireRateLimiting(RequestLimits.Upload).WithMetadata(new RequestSizeLimitAttribute(limit));
    }
}
