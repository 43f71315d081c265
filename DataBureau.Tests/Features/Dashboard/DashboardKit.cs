using System.Reflection;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Dashboard;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Dashboard;

/// <summary>A database with cases of every kind, and the lists behind figures as pages and exports ask for them.</summary>
internal static class DashboardKit
{
    private delegate Task ExportWriter(IServiceProvider services, ListQuery query, Stream output);

    private static readonly Dictionary<string, ExportWriter> Exports = FindExports();

    public static Task<DashboardView?> DashboardAsync(this BureauFixture bureau, string userName, string address = "") =>
        bureau.AsAsync<DashboardService, DashboardView?>(userName, s => s.ReadAsync(ListQuery.Parse(address), default));

    /// <summary>How many rows the list at a figure's address has.</summary>
    public static async Task<int> ListTotalAsync(IServiceProvider services, FigureView figure)
    {
        var query = ListQuery.Parse(figure.Href);
        return figure.Source.Page switch
        {
            "/catalogue" => (await services.GetRequiredService<CatalogueService>().ListAsync(CatalogueFilterQuery.Read(query), default)).Total,
            "/plans" => (await services.GetRequiredService<PlanService>().ListAsync(PlanFilter.Read(query), default)).Total,
            "/plans/implementation" => (await services.GetRequiredService<ImplementationPlanService>().ListAsync(CaseFilter<ImplementationPlanState>.Read(query), default)).Total,
            "/plans/bases" => (await services.GetRequiredService<DigitalBaseService>().ListAsync(CaseFilter<DigitalBaseState>.Read(query), default)).Total,
            "/projects" => (await services.GetRequiredService<ProjectService>().ListAsync(ProjectFilter.Read(query), default)).Total,
            "/consultations" => (await services.GetRequiredService<ConsultationService>().ListAsync(ConsultationFilter.Read(query), default)).Total,
            "/chief-data-officers/roster" => (await services.GetRequiredService<OfficerService>().ListAsync(OfficerFilter.Read(query), default)).Total,
            "/chief-data-officers/units" => (await services.GetRequiredService<CoverageService>().ListAsync(CoverageFilter.Read(query), default)).Total,
            // Its lines are regions; what the figure counts are their cells.
            "/plans/matrix" => (await services.GetRequiredService<PlanMatrixService>().ReadAsync(PlanMatrixFilter.From(query), PlanPermissions.View, default)).Groups
                .Sum(g => g.Rows.Sum(r => r.Cells.Count(c => c is not null))),
            var other => throw new InvalidOperationException($"No list at {other}."),
        };
    }

    /// <summary>The rows of the workbook at a figure's export address, or the sum of the column that the figure is.</summary>
    public static async Task<int> ExportTotalAsync(IServiceProvider services, FigureView figure)
    {
        using var output = new MemoryStream();
        var address = new Uri("http://x" + figure.ExportHref);
        await Exports[Path.GetFileNameWithoutExtension(address.AbsolutePath)](services, ListQuery.Parse(address.Query), output);
        var rows = await Workbooks.RowsAsync(output.ToArray());
        if (figure.Source.SumOf is not { } column)
            return rows.Count - 1;
        var at = rows[0].Texts().ToList().IndexOf(column);
        // A total line repeats the sum.
        return rows.Skip(1).Where(r => !r.Texts().Contains("办结合计")).Sum(r => int.Parse(r.Texts().ElementAt(at), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Dictionary<string, ExportWriter> FindExports()
    {
        var found = new Dictionary<string, ExportWriter>(StringComparer.Ordinal);
        foreach (var field in typeof(BureauDbContext).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(ListExport<>)))
        {
            var list = field.GetValue(null)!;
            var write = typeof(ListExportEndpoints).GetMethod(nameof(ListExportEndpoints.WriteAsync))!.MakeGenericMethod(field.FieldType.GenericTypeArguments);
            found[(string)field.FieldType.GetProperty("Name")!.GetValue(list)!] = (services, query, output) => (Task)write.Invoke(null, [list, services, query, output, CancellationToken.None, null])!;
        }

        return found;
    }
}
