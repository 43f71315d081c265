using DataBureau.Domain.Numbers;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DataBureau.Tests.Features.Numbers.NumberKit;

namespace DataBureau.Tests.Features.Numbers;

/// <summary>Numbers taken within acts, on a real database, by many at once.</summary>
[Trait("Category", "Service")]
public sealed class NumberLedgerTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Issue_AThousandByTwentyWriters_UniqueAndWithoutGap()
    {
        var (matter, actor) = (NewMatter(), await bureau.ActorAsync("reviewer"));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async writer =>
        {
            for (var n = 0; n < 50; n++)
            {
                await bureau.IssueAsync(matter, actor);
                // Every tenth act of some writers is undone after it took its number.
                if (writer % 4 == 0 && n % 10 == 0)
                    await bureau.IssueAsync(matter, actor, undo: true);
            }
        }));

        await using var db = bureau.OpenDb();
        var entries = await db.EntriesAsync(matter);
        Assert.Equal(Enumerable.Range(1, 1000), entries.Select(e => e.Serial));
        Assert.Equal(1000, entries.Select(e => e.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal($"140000-{matter.Code}-2026-1000", entries[^1].Text);
        Assert.Equal("共 1000 号，无空号", (await SeriesAsync(matter)).Sentence.Split('：')[1]);
    }

    [Fact]
    public async Task Issue_ActUndone_NextActHasTheNumber()
    {
        var (matter, actor) = (NewMatter(), await bureau.ActorAsync("reviewer"));
        await bureau.IssueAsync(matter, actor);

        var undone = await bureau.IssueAsync(matter, actor, undo: true);
        var next = await bureau.IssueAsync(matter, actor);

        Assert.Equal((2, 2), (undone.Serial, next.Serial));
        await using var db = bureau.OpenDb();
        Assert.False(await db.LedgerNumbers.AnyAsync(e => e.Id == undone.Id));
        Assert.True((await SeriesAsync(matter)).IsComplete);
    }

    [Fact]
    public async Task Issue_SameCaseAgain_SameNumber()
    {
        var (matter, actor, id) = (NewMatter(), await bureau.ActorAsync("reviewer"), Guid.NewGuid());

        var first = await bureau.IssueAsync(matter, actor, id);
        var second = await bureau.IssueAsync(matter, actor, id);

        Assert.Equal((first.Id, first.Text), (second.Id, second.Text));
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.SubjectKind == "number" && a.SubjectId == first.Id.ToString()));
    }

    [Fact]
    public async Task Issue_SameCaseManyTimesAtOnce_OneNumberAndNoGap()
    {
        var (matter, actor, id) = (NewMatter(), await bureau.ActorAsync("reviewer"), Guid.NewGuid());

        var entries = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => bureau.IssueAsync(matter, actor, id)));

        Assert.Single(entries.Select(e => e.Id).Distinct());
        Assert.Equal(2, (await bureau.IssueAsync(matter, actor)).Serial);
        Assert.True((await SeriesAsync(matter)).IsComplete);
    }

    [Fact]
    public async Task Issue_MidnightOfTheYearInChina_NewSeries()
    {
        var (matter, actor, now) = (NewMatter(), await bureau.ActorAsync("reviewer"), bureau.Clock.Now);
        try
        {
            // 31 December 2026, 23:59:59 in China, and one second later.
            bureau.Clock.Now = new DateTimeOffset(2026, 12, 31, 15, 59, 59, TimeSpan.Zero);
            Assert.Equal($"140000-{matter.Code}-2026-0001", (await bureau.IssueAsync(matter, actor)).Text);
            bureau.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal($"140000-{matter.Code}-2027-0001", (await bureau.IssueAsync(matter, actor)).Text);
        }
        finally
        {
            bureau.Clock.Now = now;
        }
    }

    [Fact]
    public async Task Issue_OtherRegionOrMatter_SeriesOfItsOwn()
    {
        var (matter, other, actor) = (NewMatter(), NewMatter(), await bureau.ActorAsync("reviewer"));

        Assert.Equal(1, (await bureau.IssueAsync(matter, actor)).Serial);
        Assert.Equal(1, (await bureau.IssueAsync(matter, actor, region: "140100")).Serial);
        Assert.Equal(1, (await bureau.IssueAsync(other, actor)).Serial);
        Assert.Equal(2, (await bureau.IssueAsync(matter, actor)).Serial);
    }

    [Fact]
    public async Task Issue_BeyondFourDigits_GrowsADigit()
    {
        var (matter, actor) = (NewMatter(), await bureau.ActorAsync("reviewer"));
        await bureau.IssueAsync(matter, actor, undo: true);
        await using (var db = bureau.OpenDb())
            await db.NumberSeries.Where(s => s.MatterCode == matter.Code).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, 9998));

        Assert.EndsWith("-9999", (await bureau.IssueAsync(matter, actor)).Text, StringComparison.Ordinal);
        Assert.EndsWith("-10000", (await bureau.IssueAsync(matter, actor)).Text, StringComparison.Ordinal);
        Assert.Contains("缺 9998 号（0001至9998）", (await SeriesAsync(matter)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_ReservedNumber_IsGivenToTheCaseOnce()
    {
        var (matter, actor, id) = (NewMatter(), await bureau.ActorAsync("reviewer"), Guid.NewGuid());
        var reserved = Done(await bureau.ReserveAsync(matter));
        await using (var db = bureau.OpenDb())
            Assert.Equal(reserved.Id, Assert.Single((await NumberLedger.ChoiceAsync(db, matter, reserved.OrganisationId, bureau.Clock.Now, default)).Free).Id);

        var issued = await bureau.IssueAsync(matter, actor, id, reserved: reserved.Id);

        Assert.Equal((reserved.Text, NumberState.Issued, id), (issued.Text, issued.State, issued.CaseId));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => bureau.IssueAsync(matter, actor, reserved: reserved.Id));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => bureau.IssueAsync(matter, actor, reserved: reserved.Id, region: "140100"));
        Assert.Equal(2, (await bureau.IssueAsync(matter, actor)).Serial);
    }

    [Fact]
    public async Task Issue_ReservedNumberByTwoCasesAtOnce_OneHasItTheOtherLosesTheRace()
    {
        var (matter, actor) = (NewMatter(), await bureau.ActorAsync("reviewer"));
        var reserved = Done(await bureau.ReserveAsync(matter));

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => bureau.IssueAsync(matter, actor, reserved: reserved.Id))));

        Assert.Single(tries, e => e is null);
        Assert.All(tries.OfType<Exception>(), e => Assert.IsType<DbUpdateConcurrencyException>(e));
    }

    [Fact]
    public async Task Issue_OutsideATransaction_IsAProgrammersError()
    {
        var actor = await bureau.ActorAsync("reviewer");
        await using var scope = bureau.Services.CreateAsyncScope();
        await using var db = bureau.OpenDb();

        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<NumberLedger>().IssueAsync(db, NewMatter(), Region, CaseKind, Guid.NewGuid(), "某件", actor, bureau.Clock.Now));
    }

    private async Task<SeriesStatus> SeriesAsync(NumberMatter matter) =>
        Assert.Single(await bureau.AsAsync("reviewer", matter, s => s.SeriesAsync(new NumberFilter { MatterCode = matter.Code }, default)));
}
