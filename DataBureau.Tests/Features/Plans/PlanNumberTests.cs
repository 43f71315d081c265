using Bunit;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Plans.PlanKit;

namespace DataBureau.Tests.Features.Plans;

/// <summary>A filing recorded under a number that was kept back for it.</summary>
[Trait("Category", "Service")]
public sealed class PlanNumberTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly PlanKit _kit = new(bureau);

    [Fact]
    public async Task Record_UnderAReservedNumber_GivesItAndLeavesTheSeriesWhole()
    {
        var reserved = await ReserveAsync();
        var plan = await _kit.PlanAsync(PlanState.Accepted);
        Assert.Contains((await FindAsync(plan.Id)).Numbers, n => n.Text == reserved.Text);

        var view = Done(await RecordAsync(plan, reserved.Text));

        Assert.Equal((PlanState.Filed, reserved.Text), (view.State, view.FilingNumber));
        await using var db = bureau.OpenDb();
        var entry = await db.LedgerNumbers.SingleAsync(n => n.Id == reserved.Id);
        Assert.Equal((NumberState.Issued, plan.Id), (entry.State, entry.CaseId));
        var next = Done(await RecordAsync(await _kit.PlanAsync(PlanState.Accepted), null));
        Assert.NotEqual(reserved.Text, next.FilingNumber);
    }

    [Fact]
    public async Task Record_TwoUnderOneNumberAtOnce_OneHasItTheOtherIsToldAndUnchanged()
    {
        var reserved = await ReserveAsync();
        PlanDetailView[] plans = [await _kit.PlanAsync(PlanState.Accepted), await _kit.PlanAsync(PlanState.Accepted), await _kit.PlanAsync(PlanState.Accepted)];

        var outcomes = await Task.WhenAll(plans.Select(p => RecordAsync(p, reserved.Text)));

        Assert.Equal(reserved.Text, Assert.Single(outcomes.OfType<Outcome<PlanDetailView>.Done>()).View.FilingNumber);
        Assert.All(outcomes.Where(o => o is not Outcome<PlanDetailView>.Done), o => Assert.Equal("NotReserved", Refused(o).Code));
        await using var db = bureau.OpenDb();
        var ids = plans.Select(p => p.Id).ToList();
        Assert.Equal(2, await db.Plans.CountAsync(p => ids.Contains(p.Id) && p.State == PlanState.Accepted && p.FilingNumber == null));
        Assert.Equal(1, await db.History.CountAsync(h => ids.Contains(h.CaseId) && h.Action == "予以备案"));
    }

    [Fact]
    public async Task Record_UnderANumberThatCannotBeGiven_RefusedAndNothingWritten()
    {
        var voided = await ReserveAsync();
        await bureau.AsAsync<NumberService, Outcome<NumberRow>>(Officer, s => s.VoidAsync(voided.Id, voided.Version, "材料撤回"));
        var others = await ReserveAsync("reviewer.taiyuan");
        var plan = await _kit.PlanAsync(PlanState.Accepted);

        var gone = Refused(await RecordAsync(plan, voided.Text));
        Assert.Equal("NotReserved", gone.Code);
        Assert.Contains("「作废」", gone.Sentence, StringComparison.Ordinal);
        Assert.Equal("ReservedByAnother", Refused(await RecordAsync(plan, others.Text)).Code);
        Assert.Equal("NotOfTheSeries", Refused(await RecordAsync(plan, "140100-GHBA-2025-0001")).Code);
        Assert.DoesNotContain((await FindAsync(plan.Id)).Numbers, n => n.Text == voided.Text || n.Text == others.Text);
        Assert.Equal((PlanState.Accepted, plan.Version), (await FindAsync(plan.Id)) is var now ? (now.State, now.Version) : default);
    }

    [Fact]
    public async Task Detail_ChoosesAmongReservedNumbers_OnlyWhereThereAreAny()
    {
        await using (var db = bureau.OpenDb())
            await db.LedgerNumbers.Where(n => n.State == NumberState.Reserved).ExecuteDeleteAsync();
        var plan = await _kit.PlanAsync(PlanState.Accepted);
        await using (var before = await PageContext.AsAsync(bureau, Officer))
            Assert.DoesNotContain("顺序取下一个编号", Detail(before, plan.Id).Markup, StringComparison.Ordinal);
        var reserved = await ReserveAsync();
        await using var officer = await PageContext.AsAsync(bureau, Officer);
        var page = Detail(officer, plan.Id);
        Assert.Contains($"{reserved.Text}（某局纸质备案材料）", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("section[aria-label=办理] select").Change(reserved.Text));
        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent.Trim() == "予以备案").ClickAsync(new()));

        Assert.Contains($"备案号 {reserved.Text}", page.Find(".page-header").TextContent, StringComparison.Ordinal);
    }

    private static IRenderedComponent<PlanDetail> Detail(PageContext person, Guid id)
    {
        person.Context.JSInterop.Mode = JSRuntimeMode.Loose;
        var page = person.Context.Render<PlanDetail>(p => p.Add(d => d.Id, id));
        page.WaitForElement("[role=tabpanel]");
        return page;
    }

    private Task<Outcome<PlanDetailView>> RecordAsync(PlanDetailView plan, string? number) =>
        bureau.AsAsync<PlanService, Outcome<PlanDetailView>>(Officer, s => s.ActAsync(plan.Id, plan.Version, PlanAction.Record, null, null, number));

    private async Task<PlanDetailView> FindAsync(Guid id) => (await bureau.AsAsync<PlanService, PlanDetailView?>(Officer, s => s.FindAsync(id, default)))!;

    private async Task<LedgerEntry> ReserveAsync(string who = Officer) => Assert.IsType<Outcome<NumberRow>.Done>(
        await bureau.AsAsync<NumberService, Outcome<NumberRow>>(who, s => s.ReserveAsync(Guid.NewGuid(), PlanCase.FilingNumbers.Code, "140100", "某局纸质备案材料"))).View.Entry;
}
