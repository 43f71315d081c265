using DataBureau.Domain.Numbers;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Numbers.NumberKit;

namespace DataBureau.Tests.Features.Numbers;

[Trait("Category", "Service")]
public sealed class NumberServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Reserve_WithReason_NumberAuditAndExplanation()
    {
        var matter = NewMatter();

        var row = Assert.IsType<Outcome<NumberRow>.Done>(await bureau.ReserveAsync(matter)).View;

        Assert.Equal(($"140000-{matter.Code}-2026-0001", NumberState.Reserved), (row.Entry.Text, row.Entry.State));
        Assert.StartsWith("2026-11-20 ", row.Explanation, StringComparison.Ordinal);
        Assert.EndsWith("预留：某局纸质备案材料", row.Explanation, StringComparison.Ordinal);
        await using var db = bureau.OpenDb();
        Assert.Equal("number.Reserve", (await db.Audit.SingleAsync(a => a.SubjectId == row.Entry.Id.ToString())).Action);
    }

    [Theory]
    [InlineData("reviewer", "140000", "", "ReasonRequired")]
    [InlineData("reviewer", "140000", "   ", "ReasonRequired")]
    [InlineData("reviewer", "", "材料", "RegionRequired")]
    [InlineData("reviewer", "350000", "材料", "RegionOutOfReach")]
    [InlineData("reviewer.taiyuan", "140000", "材料", "RegionOutOfReach")]
    [InlineData("leader", "140000", "材料", "NotPermitted")]
    [InlineData("liaison", "140000", "材料", "NotPermitted")]
    public async Task Reserve_NotAllowed_RefusedAndNoSerialIsUsed(string who, string region, string reason, string code)
    {
        var matter = NewMatter();

        Assert.Equal(code, Refused(await bureau.ReserveAsync(matter, who, region, reason)));
        Assert.Equal(1, Done(await bureau.ReserveAsync(matter)).Serial);
    }

    [Fact]
    public async Task Reserve_UnknownMatter_Refused() =>
        Assert.Equal("MatterRequired", Refused(await bureau.AsAsync("reviewer", NewMatter(), s => s.ReserveAsync(Guid.NewGuid(), "NONE", Region, "材料"))));

    [Fact]
    public async Task Reserve_SentManyTimes_OneReservation()
    {
        var (matter, id) = (NewMatter(), Guid.NewGuid());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => bureau.ReserveAsync(matter, id: id)));

        Assert.All(outcomes, o => Assert.Equal(1, Done(o).Serial));
        await using var db = bureau.OpenDb();
        Assert.Single(await db.EntriesAsync(matter));
        Assert.Equal(2, Done(await bureau.ReserveAsync(matter)).Serial);
    }

    [Fact]
    public async Task Void_Issued_NoteInTheHistoryOfTheCaseAndTheNumberIsNeverUsedAgain()
    {
        var (matter, actor, id) = (NewMatter(), await bureau.ActorAsync("reviewer"), Guid.NewGuid());
        var entry = await bureau.IssueAsync(matter, actor, id);

        var row = Assert.IsType<Outcome<NumberRow>.Done>(await bureau.VoidAsync(matter, entry)).View;

        Assert.Contains("作废：备案材料撤回", row.Explanation, StringComparison.Ordinal);
        Assert.False(row.CanVoid);
        Assert.Equal($"/test/{id}", row.CaseHref);
        await using var db = bureau.OpenDb();
        var note = await db.History.SingleAsync(h => h.CaseKind == NumberKit.CaseKind && h.CaseId == id);
        Assert.Equal((null, "作废编号", entry.Text, "备案材料撤回"), (note.CaseVersion, note.Action, note.ToState, note.Comment));
        Assert.Equal("number.Void", (await db.Audit.Where(a => a.SubjectId == entry.Id.ToString()).OrderByDescending(a => a.Id).FirstAsync()).Action);
        var again = await bureau.IssueAsync(matter, actor, id);
        Assert.Equal(2, again.Serial);
        Assert.Equal("AlreadyVoided", Refused(await bureau.VoidAsync(matter, row.Entry)));
    }

    [Fact]
    public async Task Void_OfAKindThatKeepsItsNumbers_InUse()
    {
        var entry = await bureau.IssueAsync(NewMatter(), await bureau.ActorAsync("reviewer"));
        await using var db = bureau.OpenDb();

        Assert.Equal("数字政府建设规划", (await NumberHolder.FindUseAsync([], db, entry))!.Title);
        Assert.Null(await NumberHolder.FindUseAsync([NumberKit.LetGo], db, entry));
    }

    [Fact]
    public async Task List_NumberThatItsCaseHolds_OffersNoVoiding()
    {
        var (matter, actor) = (NewMatter(), await bureau.ActorAsync("reviewer"));
        await bureau.IssueAsync(matter, actor);
        Done(await bureau.ReserveAsync(matter));
        var holds = NumberKit.LetGo with { FindTitle = (_, _, _) => Task.FromResult<string?>("数字政府建设规划") };

        Assert.Equal([(1, false), (2, true)], await ListAsync(holds));
        Assert.Equal([(1, true), (2, true)], await ListAsync(NumberKit.LetGo));

        async Task<List<(int, bool)>> ListAsync(NumberHolder holder) =>
            [.. (await bureau.AsAsync("reviewer", matter, s => s.ListAsync(NumberFilter.From(new ListQuery().WithFilter("matter", matter.Code)), default), holder)).Rows.Select(r => (r.Entry.Serial, r.CanVoid)).Order()];
    }

    [Fact]
    public async Task Void_ReservedThenIssuedFromIt_LosesTheRace()
    {
        var matter = NewMatter();
        var reserved = Done(await bureau.ReserveAsync(matter));
        Done(await bureau.VoidAsync(matter, reserved));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(async () => await bureau.IssueAsync(matter, await bureau.ActorAsync("reviewer"), reserved: reserved.Id));
    }

    [Fact]
    public async Task Void_TwoAtOnce_OneWinsTheOtherIsTold()
    {
        var matter = NewMatter();
        var entry = Done(await bureau.ReserveAsync(matter));

        var outcomes = await Task.WhenAll(bureau.VoidAsync(matter, entry, "甲说"), bureau.VoidAsync(matter, entry, "乙说", "bureaulead"));

        Assert.Single(outcomes.OfType<Outcome<NumberRow>.Done>());
        Assert.Contains("当前状态是「作废」", Assert.Single(outcomes.OfType<Outcome<NumberRow>.Conflict>()).Sentence, StringComparison.Ordinal);
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.SubjectId == entry.Id.ToString() && a.Action == "number.Void"));
    }

    [Theory]
    [InlineData("reviewer", null, "ReasonRequired")]
    [InlineData("leader", "不要了", "NotPermitted")]
    public async Task Void_NotAllowed_RefusedAndNothingWritten(string who, string? reason, string code)
    {
        var matter = NewMatter();
        var entry = Done(await bureau.ReserveAsync(matter));

        Assert.Equal(code, Refused(await bureau.VoidAsync(matter, entry, reason, who)));
        await using var db = bureau.OpenDb();
        Assert.Equal((NumberState.Reserved, 1), (await db.LedgerNumbers.Where(e => e.Id == entry.Id).Select(e => new { e.State, e.Version }).SingleAsync()) is { } e ? (e.State, e.Version) : default);
    }

    [Fact]
    public async Task Ledger_OfAnotherRegion_NotSeenNotVoidedNotStreamed()
    {
        var matter = NewMatter();
        var entry = Done(await bureau.ReserveAsync(matter));
        foreach (var (who, sees) in new[] { ("reviewer", true), ("leader", true), ("reviewer.fujian", false), ("reviewer.taiyuan", false), ("liaison", false), ("auditadmin", false) })
        {
            var filter = new NumberFilter { MatterCode = matter.Code };
            Assert.Equal(sees, (await bureau.AsAsync(who, matter, s => s.ListAsync(filter, default))).Total == 1);
            Assert.Equal(sees, (await bureau.AsAsync(who, matter, s => s.StreamAsync(filter, default).ToListAsync().AsTask())).Count == 1);
            Assert.Equal(sees, (await bureau.AsAsync(who, matter, s => s.SeriesAsync(filter, default))).Count == 1);
        }

        Assert.IsType<Outcome<NumberRow>.NotFound>(await bureau.VoidAsync(matter, entry, userName: "reviewer.fujian"));
    }

    [Fact]
    public async Task Series_RowMissing_IsSaidAndNotAssumed()
    {
        var (matter, actor) = (NewMatter(), await bureau.ActorAsync("reviewer"));
        var entries = new List<LedgerEntry>();
        for (var n = 0; n < 6; n++)
            entries.Add(await bureau.IssueAsync(matter, actor));
        var gone = entries.Where(e => e.Serial is 2 or 4 or 5).Select(e => e.Id).ToList();
        await using var db = bureau.OpenDb();
        await db.LedgerNumbers.Where(e => gone.Contains(e.Id)).ExecuteDeleteAsync();

        var series = Assert.Single(await bureau.AsAsync("reviewer", matter, s => s.SeriesAsync(new NumberFilter { MatterCode = matter.Code }, default)));

        Assert.False(series.IsComplete);
        Assert.Equal($"140000-{matter.Code}-2026：共 3 号，缺 3 号（0002、0004至0005），请系统管理员核查", series.Sentence);
    }

    [Fact]
    public async Task List_EachFilterAndOrder_NarrowsAndSorts()
    {
        var (matter, actor) = (NewMatter(), await bureau.ActorAsync("reviewer"));
        var issued = await bureau.IssueAsync(matter, actor);
        await bureau.IssueAsync(matter, actor, region: "140100");
        var reserved = Done(await bureau.ReserveAsync(matter, reason: "百分%号_材料"));
        var all = new ListQuery().WithFilter("matter", matter.Code);

        Assert.Equal([reserved.Text, issued.Text], await TextsAsync(all.WithFilter("region", "140000")));
        Assert.Equal([reserved.Text], await TextsAsync(all.WithFilter("state", "Reserved")));
        Assert.Equal([reserved.Text], await TextsAsync(all.WithSearch("分%号_")));
        Assert.Equal([issued.Text], await TextsAsync(all.WithSearch(issued.Text.ToLowerInvariant())));
        Assert.Equal([issued.Text, reserved.Text, $"140100-{matter.Code}-2026-0001"], await TextsAsync(all.WithSort("number")));
        Assert.Empty(await TextsAsync(all.WithFilter("year", "2025")));
        Assert.Equal(3, (await TextsAsync(all.WithFilter("year", "nonsense").WithFilter("state", "1"))).Count);

        async Task<List<string>> TextsAsync(ListQuery query) =>
            [.. (await bureau.AsAsync("reviewer", matter, s => s.ListAsync(NumberFilter.From(query), default))).Rows.Select(r => r.Entry.Text)];
    }
}
