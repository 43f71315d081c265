using DataBureau.Domain.Catalogue;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Lists;

/// <summary>One click that approves a thousand entries, each with its own decision, history and audit row.</summary>
internal sealed class BatchBenchmark : IBenchmark
{
    private const int Entries = 1000;

    public string Name => "batch";

    public string Summary => "1,000 entries approved in one act, among 100,000";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var app = Workbench.Build(await bench.CopyFilledAsync());
        await using var scope = await Workbench.SignInAsync(app.Services);
        var service = scope.ServiceProvider.GetRequiredService<CatalogueService>();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        var authority = await db.Users.Where(u => u.UserName == Workbench.User).Select(u => u.OrganisationId).SingleAsync();
        var entries = await service.ListRefsAsync(new CatalogueFilter { States = [CatalogueState.UnderReview], AuthorityId = authority }, default);
        await service.ActManyAsync([.. entries.Skip(Entries).Take(20)], CatalogueAction.Approve, "同意。");
        BatchReport? done = null;
        var time = await Measure.MillisecondsAsync(async () => done = await service.ActManyAsync([.. entries.Take(Entries)], CatalogueAction.Approve, "同意。"));
        report.Figure("approve 1,000 entries", time / 1000, "s", $"{done!.DoneCount} approved, {time / Entries:0.0} ms each" + (done.Failures.FirstOrDefault() is { } failure ? $"; first refusal: {failure.Sentence}" : ""));
    }
}
