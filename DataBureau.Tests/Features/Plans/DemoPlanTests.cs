using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Plans;

public sealed class DemoPlanTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    public Task InitializeAsync() => bureau.SeedPlansAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Plans_OfTheSeed_AreInEveryStateAndOfEveryKind()
    {
        await using var db = bureau.OpenDb();
        var plans = await db.Plans.AsNoTracking().ToListAsync();

        Assert.Empty(Enum.GetValues<PlanState>().Except(plans.Select(p => p.State)));
        Assert.Empty(PolicyLibrary.Embedded.Jurisdictions.SelectMany(j => j.Plans.Kinds).Select(k => k.Kind).Except(plans.Select(p => p.Kind)));
        Assert.Contains(plans, p => p.Edition == 2 && PlanWorkflow.IsEffective(p.State));
        Assert.All(plans.Where(p => p.Edition > 1), p => Assert.Contains(plans, e => e.LineageId == p.LineageId && e.Edition == p.Edition - 1));
    }

    [Fact]
    public async Task Plans_OfTheSeed_HaveAHistoryThatEndsInTheirState()
    {
        await using var db = bureau.OpenDb();
        var history = (await db.History.AsNoTracking().Where(h => h.CaseKind == Plan.CaseKind).ToListAsync()).ToLookup(h => h.CaseId);

        Assert.All(await db.Plans.AsNoTracking().ToListAsync(), p =>
        {
            var steps = history[p.Id].OrderBy(h => h.CaseVersion).ToList();
            Assert.Equal(DataBureau.Domain.ChineseNames.ChineseName(p.State), steps[^1].ToState);
            Assert.Equal(steps.Select(s => s.At).Order(), steps.Select(s => s.At));
            Assert.True(steps[^1].At <= bureau.Clock.Now);
        });
    }

    [Fact]
    public async Task Filings_OfTheSeed_AreNumberedInTheLedgerAndSupplemented()
    {
        await using var db = bureau.OpenDb();
        var recorded = await db.Plans.AsNoTracking().Where(p => p.RecordedAt != null).ToListAsync();

        Assert.NotEmpty(recorded);
        foreach (var plan in recorded)
            Assert.Equal(plan.Id, (await db.LedgerNumbers.AsNoTracking().SingleAsync(n => n.Text == plan.FilingNumber)).CaseId);
        Assert.All(await db.NumberSeries.AsNoTracking().ToListAsync(), s => Assert.Equal(s.Last, db.LedgerNumbers.Count(n => n.RegionCode == s.RegionCode && n.MatterCode == s.MatterCode && n.Year == s.Year)));
        var rounds = await db.Set<DataBureau.Domain.Filings.SupplementRound>().AsNoTracking().ToListAsync();
        Assert.Contains(rounds, r => r.AnsweredAt is null);
        Assert.Contains(rounds, r => r.Answer is not null);
    }

    [Fact]
    public async Task Materials_OfTheSeed_ArePdfsInTheStore()
    {
        await using var db = bureau.OpenDb();
        var store = bureau.Services.GetRequiredService<ContentStore>();
        var files = await db.Attachments.AsNoTracking().Where(a => a.CaseKind == Plan.CaseKind).ToListAsync();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            await using var content = File.OpenRead(store.PathOf(file.Sha256));
            Assert.Equal(file.Size, content.Length);
            Assert.Equal(ContentShape.Pdf, (await ContentSniffer.RecogniseAsync(content, default)).Shape);
        }
    }

    [Fact]
    public async Task CasePage_OfAnyPlan_OpensForItsDrafter()
    {
        await using var db = bureau.OpenDb();
        foreach (var id in await db.Plans.Where(p => p.RegionCode == "140105").Select(p => p.Id).ToListAsync())
            Assert.NotNull(await bureau.AsAsync<PlanService, PlanDetailView?>("planner.xiaodian", s => s.FindAsync(id, default)));
    }
}
