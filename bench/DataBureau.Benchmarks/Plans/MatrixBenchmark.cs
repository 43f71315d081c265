using DataBureau.Domain.Access;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Plans;

/// <summary>The matrix of every region and kind, as the page asks for it, beside one query for each cell.</summary>
internal sealed class MatrixBenchmark : IBenchmark
{
    private const int Rounds = 40;

    public string Name => "matrix";

    public string Summary => "the matrix of 247 regions and 9 kinds of plan, and a query per cell";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var app = Workbench.Build(await bench.CreateEmptyAsync());
        var contexts = app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>();
        await FillAsync(contexts);
        await using var scope = await Workbench.SignInAsync(app.Services);
        var service = scope.ServiceProvider.GetRequiredService<PlanMatrixService>();
        var matrix = await service.ReadAsync(new PlanMatrixFilter(), PlanPermissions.View, default);
        var cells = matrix.Groups.SelectMany(g => g.Rows.SelectMany(r => r.Cells.Select((c, i) => (Cell: c, r.RegionCode, g.Columns[i].Kind)))).Where(c => c.Cell is not null).ToList();
        var rows = matrix.Groups.Sum(g => g.Rows.Count);

        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
            times.Add(await Measure.MillisecondsAsync(() => service.ReadAsync(new PlanMatrixFilter(), PlanPermissions.View, default)));
        var single = await Measure.MillisecondsAsync(async () =>
        {
            await using var db = await contexts.CreateDbContextAsync();
            foreach (var cell in cells)
                await db.Plans.AsNoTracking().Where(p => p.RegionCode == cell.RegionCode && p.Kind == cell.Kind).OrderByDescending(p => p.Edition).Select(p => new { p.Id, p.State, p.Content.Title }).FirstOrDefaultAsync();
        });
        var middle = Measure.Percentile(times, 0.5);
        report.Figure("p50", middle, "ms", $"{rows} regions, {cells.Count} cells, {matrix.Counts.Total - matrix.Counts[PlanStanding.None]} with a plan");
        report.AtMost("p95", Measure.Percentile(times, 0.95), "ms", 80);
        report.Figure("one query per cell", single, "ms");
        report.Figure("one query per cell to the matrix", single / middle, "×");
    }

    /// <summary>A reader of everything, and a plan in every second cell.</summary>
    private static async Task FillAsync(IDbContextFactory<BureauDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var user = await db.Users.Where(u => u.UserName == Workbench.User).SingleAsync();
        db.Grants.Add(new UserGrant { Id = Guid.NewGuid(), UserId = user.Id, OrganisationId = user.OrganisationId, Role = Role.Leader, Scope = GrantScope.All });
        var policies = DataBureau.Domain.Policy.PolicyLibrary.Embedded;
        var n = 0;
        foreach (var region in await db.Regions.AsNoTracking().ToListAsync())
            foreach (var rule in policies.For(region.Code).Plans.At(region.Level).Where(_ => n++ % 2 == 0))
                db.Plans.Add(Plan.Draft(Guid.CreateVersion7(), rule.Kind, user.OrganisationId, region.Code, new PlanContent { Title = $"{region.Name}{rule.Name}", PeriodFrom = 2026, PeriodTo = 2030 }, DateTimeOffset.UtcNow));
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
    }
}
