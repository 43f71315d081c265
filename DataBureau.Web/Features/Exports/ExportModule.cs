using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Identity;

namespace DataBureau.Web.Features.Exports;

/// <summary>What of an export that is being written its page is told.</summary>
public sealed record ExportProgress(string Title, long Rows, bool Finished, bool Whole, bool Cancelled);

public static class ExportModule
{
    public static void AddExports(this IServiceCollection services)
    {
        services.AddSingleton<ExportRegistry>();
        services.AddSingleton<RunningExports>();
        services.AddScoped<ExportService>();
        services.AddSingleton(new NavItem("我的工作", "导出", "/exports", "download", Order: 20));
    }

    public static void MapExports(this WebApplication app)
    {
        app.MapListExport(ExportColumns.TakenExport);
        app.MapGet("/exports/runs/{id:guid}", async (Guid id, RunningExports running, CurrentUser current) => running.Find(id, await current.GetIdAsync()) is { } run
            ? Results.Json(new ExportProgress(run.Title, run.Rows, run.FinishedAt is not null, run.IsWhole, run.IsCancelled)) : Results.NoContent()).RequireAuthorization();
        app.MapPost("/exports/runs/{id:guid}/cancel", async (Guid id, RunningExports running, CurrentUser current) =>
        {
            running.Find(id, await current.GetIdAsync())?.Cancel();
            return Results.NoContent();
        }).RequireAuthorization();
    }
}
