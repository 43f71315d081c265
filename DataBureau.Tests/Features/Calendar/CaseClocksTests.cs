using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Calendar;

public sealed class CaseClocksTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Acts_UnderTimeLimits_ClocksFollowTheStates()
    {
        await bureau.LimitAsync(CatalogueClocks.SignOff.Key, 2);
        await bureau.LimitAsync(CatalogueClocks.Review.Key, 5);
        await bureau.LimitAsync(CatalogueClocks.Revise.Key, 3);

        var view = await bureau.EntryAsync(Contents.Complete(Clocks.Name()), CatalogueAction.Submit);
        Assert.Equal(("部门审核", "剩余 2 个工作日", Clocks.Day("2026-11-24")), Shown(view));
        view = await ActAsync("head", view, CatalogueAction.Approve);
        Assert.Equal(("目录审核", "剩余 5 个工作日", Clocks.Day("2026-11-27")), Shown(view));
        view = await ActAsync("reviewer", view, CatalogueAction.Return);
        Assert.Equal(("退回修改", "剩余 3 个工作日", Clocks.Day("2026-11-25")), Shown(view));
        view = await ActAsync("liaison", view, CatalogueAction.Submit);
        view = await ActAsync("head", view, CatalogueAction.Approve);
        view = await ActAsync("reviewer", view, CatalogueAction.Approve);

        Assert.Empty(view.Deadlines);
        var all = await bureau.DeadlinesAsync(view.Id);
        Assert.Equal(["catalogue.review", "catalogue.review", "catalogue.revise", "catalogue.sign-off", "catalogue.sign-off"], all.Select(d => d.Limit).Order(StringComparer.Ordinal));
        Assert.All(all, d => Assert.NotNull(d.FinishedAt));
        Assert.Equal(view.ProviderId, all.First(d => d.Limit == "catalogue.sign-off").OrganisationId);
        Assert.NotEqual(view.ProviderId, all.First(d => d.Limit == "catalogue.review").OrganisationId);
    }

    [Fact]
    public async Task Act_NoTimeLimitInTheRegionOrAbove_NoDeadlineIsInvented()
    {
        await bureau.LimitAsync(CatalogueClocks.SignOff.Key, null);

        Assert.Empty((await bureau.EntryAsync(Contents.Complete(Clocks.Name()), CatalogueAction.Submit)).Deadlines);
    }

    [Fact]
    public async Task Act_TimeLimitSetInTheProvince_CountsInTheCityToo()
    {
        await bureau.LimitAsync(CatalogueClocks.SignOff.Key, 6);
        var draft = Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison.taiyuan", s => s.CreateAsync(Contents.Complete(Clocks.Name())))).View;

        Assert.Equal(6, Assert.Single((await ActAsync("liaison.taiyuan", draft, CatalogueAction.Submit)).Deadlines).BudgetDays);
    }

    [Fact]
    public async Task Reviews_WithAndWithoutADeadline_ShowItInListAndExport()
    {
        var view = await bureau.WaitingAsync();
        var filter = new CatalogueFilter { Search = view.Content.Name, States = [CatalogueState.UnderReview] };

        var row = Assert.Single((await bureau.AsAsync<ReviewService, Page<ReviewRow>>("reviewer", s => s.ListAsync(filter, default))).Rows);
        var exported = Assert.Single(await bureau.AsAsync<ReviewService, List<ReviewRow>>("reviewer", s => s.StreamAsync(filter, default).ToListAsync().AsTask()));

        Assert.Equal("剩余 5 个工作日", ReviewColumns.All.Single(c => c.Key == ReviewColumns.Deadline).Text(row));
        Assert.Equal(row.Deadline, exported.Deadline);
    }

    [Fact]
    public async Task Follow_PausedAndReArmed_KeepsWhatWasLeft()
    {
        var (rules, entry) = await PausingAsync("UnderReview");
        await FollowAsync(rules, entry, "2026-11-02");
        Assert.Equal(Clocks.Day("2026-11-16"), Assert.Single(await bureau.DeadlinesAsync(entry.Id)).DueOn);

        rules.State = CatalogueState.Returned;
        await FollowAsync(rules, entry, "2026-11-05");
        var paused = Assert.Single(await bureau.DeadlinesAsync(entry.Id));
        Assert.Equal((null, true, "退回修改"), (paused.DueOn, paused.IsPaused, paused.CaseState));

        rules.State = CatalogueState.UnderReview;
        await FollowAsync(rules, entry, "2026-11-18");
        var resumed = Assert.Single(await bureau.DeadlinesAsync(entry.Id));
        Assert.Equal((Clocks.Day("2026-11-27"), false), (resumed.DueOn!.Value, resumed.IsPaused));
        Assert.Equal([new Suspension(Clocks.Day("2026-11-05"), Clocks.Day("2026-11-18"), "退回修改")], resumed.Suspensions);
    }

    [Fact]
    public async Task Follow_CalendarChangedBetweenReadAndSave_NeitherIsLost()
    {
        var (rules, entry) = await PausingAsync("UnderReview");
        await FollowAsync(rules, entry, "2026-11-02");
        rules.State = CatalogueState.Returned;
        var source = bureau.Services.GetRequiredService<ClockSource>();
        await using var db = bureau.OpenDb();
        // What the act has read is old before it is saved.
        var stale = await db.Deadlines.SingleAsync(d => d.CaseId == entry.Id);
        await bureau.CloseAsync("2026-11-04");

        await new CaseClocks(source).FollowAsync(db, rules, entry, entry.Id, At("2026-11-05"));

        var paused = Assert.Single(await bureau.DeadlinesAsync(entry.Id));
        Assert.Equal((true, 3), (paused.IsPaused, paused.Version));
        Assert.NotNull(stale);
        rules.State = CatalogueState.UnderReview;
        await FollowAsync(rules, entry, "2026-11-18");
        Assert.Equal(Clocks.Day("2026-11-30"), Assert.Single(await bureau.DeadlinesAsync(entry.Id)).DueOn);
        var year = await bureau.YearAsync(2026);
        await bureau.SaveYearAsync(year, year.Days.Where(d => d.Date != Clocks.Day("2026-11-04")));
    }

    private static (string, string, DateOnly) Shown(CatalogueDetailView view) => Assert.Single(view.Deadlines) is var d ? (d.Name, d.Reading.Words, d.Reading.DueOn!.Value) : default;

    private static DateTimeOffset At(string day) => new(Clocks.Day(day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));

    private async Task<CatalogueDetailView> ActAsync(string who, CatalogueDetailView view, CatalogueAction action) => Assert.IsType<Outcome<CatalogueDetailView>.Done>(
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.ActAsync(view.Id, view.Version, action, "请按意见办理。"))).View;

    private async Task<(PausingRules, CatalogueEntry)> PausingAsync(string state)
    {
        await bureau.LimitAsync(CatalogueClocks.Review.Key, 10);
        await bureau.LimitAsync(CatalogueClocks.SignOff.Key, null);
        var id = (await bureau.EntryAsync(Contents.Complete(Clocks.Name()))).Id;
        await using var db = bureau.OpenDb();
        var entry = await db.CatalogueEntries.AsNoTracking().SingleAsync(e => e.Id == id);
        return (new PausingRules { State = Enum.Parse<CatalogueState>(state) }, entry);
    }

    private async Task FollowAsync(PausingRules rules, CatalogueEntry entry, string day)
    {
        await using var db = bureau.OpenDb();
        await bureau.Services.GetRequiredService<CaseClocks>().FollowAsync(db, rules, entry, entry.Id, At(day));
    }

    /// <summary>A workflow whose clock stands still while the department mends the entry.</summary>
    private sealed class PausingRules : CaseRules<CatalogueEntry, CatalogueState, CatalogueAction>
    {
        public CatalogueState State { get; set; }

        public override string Kind => CatalogueEntry.Kind;

        public override WorkflowTable<CatalogueState, CatalogueAction, CatalogueEntry> Table => CatalogueWorkflow.Table;

        public override ImmutableArray<ClockRule<CatalogueState>> ClocksOf(CatalogueEntry subject) => [new(CatalogueClocks.Review, CaseSide.Authority, [CatalogueState.UnderReview], [CatalogueState.Returned])];

        public override Task<CatalogueEntry?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override bool IsVisible(CatalogueEntry subject, Actor actor) => true;

        public override int VersionOf(CatalogueEntry subject) => subject.Version;

        public override CatalogueState StateOf(CatalogueEntry subject) => State;

        public override string TitleOf(CatalogueEntry subject) => subject.Content.Name;

        public override CaseLocation LocationOf(CatalogueEntry subject) => subject.Location;

        public override Decision<CatalogueState> Act(CatalogueEntry subject, CatalogueAction action, string? comment, GuardContext context) => throw new NotSupportedException();
    }
}
