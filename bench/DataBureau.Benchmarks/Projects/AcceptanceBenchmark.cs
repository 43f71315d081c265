using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Projects;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Projects;

/// <summary>The acceptance gate over a long data list, beside asking the catalogue item by item.</summary>
internal sealed class AcceptanceBenchmark : IBenchmark
{
    private const int Items = 2000;
    private const int Rounds = 30;

    public string Name => "acceptance";

    public string Summary => "the acceptance gate over a data list of 2,000 items in a catalogue of 100,000, and a query per item";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var app = Workbench.Build(await bench.CopyFilledAsync());
        var contexts = app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>();
        var id = await FillAsync(contexts);
        await using var scope = await Workbench.SignInAsync(app.Services);
        var service = scope.ServiceProvider.GetRequiredService<ProjectService>();
        var found = (await service.FindAsync(id, default))!.Facts;

        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
            times.Add(await Measure.MillisecondsAsync(() => service.FindAsync(id, default)));
        var single = await Measure.MillisecondsAsync(async () =>
        {
            await using var db = await contexts.CreateDbContextAsync();
            var builder = await db.Projects.Where(p => p.Id == id).Select(p => p.OrganisationId).SingleAsync();
            foreach (var lineage in await db.ProjectDataItems.Where(i => i.ProjectId == id).Select(i => i.LineageId).ToListAsync())
                await db.CatalogueEntries.AsNoTracking().AnyAsync(e => e.LineageId == lineage && e.ProviderId == builder && (e.State == CatalogueState.Approved || e.State == CatalogueState.Published));
        });
        var middle = Measure.Percentile(times, 0.5);
        report.Figure("case page with the gate, p50", middle, "ms", $"{found.DataItemCount} items, {found.Findings.Count} of them missing");
        report.AtMost("case page with the gate, p95", Measure.Percentile(times, 0.95), "ms", 300);
        report.Figure("one query per item", single, "ms");
        report.Figure("one query per item to the gate", single / middle, "×");
    }

    /// <summary>A project that is being built, with two thousand items; the last hundred have no entry yet.</summary>
    private static async Task<Guid> FillAsync(IDbContextFactory<BureauDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var builder = await db.CatalogueEntries.Where(e => e.RegionCode == Workbench.Region && e.State == CatalogueState.Published).GroupBy(e => e.ProviderId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        var authority = await db.CatalogueEntries.Where(e => e.ProviderId == builder).Select(e => e.AuthorityId).FirstAsync();
        var lineages = await db.CatalogueEntries.Where(e => e.ProviderId == builder && (e.State == CatalogueState.Published || e.State == CatalogueState.Approved)).Select(e => e.LineageId).Distinct().Take(Items - 100).ToListAsync();
        var now = DateTimeOffset.UtcNow;
        var project = Project.Draft(Guid.CreateVersion7(now), builder, Workbench.Region, authority, null, new ProjectContent { Name = "大项目" }, now);
        db.Projects.Add(project);
        for (var i = 0; i < Items; i++)
        {
            var item = ProjectDataItem.Of(Guid.CreateVersion7(now), project.Id, i + 1, new DataItemRow($"数据{i}", null, null));
            item.Match(i < lineages.Count ? lineages[i] : null);
            db.ProjectDataItems.Add(item);
        }

        await db.SaveChangesAsync();
        await db.Projects.Where(p => p.Id == project.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, ProjectState.Building));
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        return project.Id;
    }
}
