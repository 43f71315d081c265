using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Dashboard;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Dashboard;

public static class DashboardModule
{
    public static void AddDashboard(this IServiceCollection services)
    {
        services.AddScoped<DashboardService>();
        services.AddScoped<BriefService>();
        services.AddSingleton(new NavItem("我的工作", "进展看板", DashboardScope.Path, "analytics", DashboardPermissions.View.Key, Order: 12));
        foreach (var permission in new[] { DashboardPermissions.View, DashboardPermissions.Export })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, ChineseNames.ChineseName(Role.SecurityAdmin)));
    }

    public static void MapDashboard(this WebApplication app)
    {
        app.MapListExport(DashboardColumns.Regions);
        app.MapListExport(DashboardColumns.Departments);
        app.MapListExport(DashboardColumns.Figures);
        app.MapListExport(DashboardColumns.Filings);
        app.MapListExport(DashboardColumns.Stages);
        app.MapListExport(DashboardColumns.Stays);
        app.MapListExport(DashboardColumns.Comparison);
        app.MapForm("/dashboard/brief.xlsx", "brief", BriefWorkbook.Title, DashboardPermissions.Export, BriefAsync);
    }

    private static async Task<IResult> BriefAsync(HttpContext context, BriefService briefs)
    {
        var query = ListQuery.Parse(context.Request.QueryString.Value);
        if (BriefPeriod.Problem(query) is { } problem)
            return Results.Problem(problem.Sentence, statusCode: StatusCodes.Status400BadRequest);
        if (await briefs.TakeAsync(query, context.RequestAborted) is not { } view)
            return Results.NotFound();
        using var book = new BriefWorkbook(view);
        try
        {
            return await context.SendXlsxAsync($"{BriefWorkbook.Title}-{view.Scope.Name}-{view.Comparison.Now.To.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.xlsx", output => book.SaveAsync(output, context.RequestAborted));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            await briefs.StoppedAsync(view, query);
            return Results.Empty;
        }
    }
}
