using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Dashboard;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Dashboard;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Dashboard;

/// <summary>Whose figures a person may look at, and that they are all of one moment.</summary>
[Trait("Category", "Service")]
public sealed class DashboardScopeTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static int _names;

    [Theory]
    [InlineData("leader", "", "山西省", "")]
    [InlineData("leader", "?scope=140100", "太原市", "山西省")]
    [InlineData("leader", "?scope=140105", "小店区", "山西省/太原市")]
    [InlineData("leader", "?organisation=山西省民政厅", "山西省民政厅", "山西省")]
    [InlineData("reviewer", "", "山西省", "")]
    [InlineData("bureaulead.taiyuan", "", "太原市", "")]
    [InlineData("leader.taiyuan", "?scope=140105", "小店区", "太原市")]
    [InlineData("head", "", "山西省民政厅", "")]
    [InlineData("liaison", "?organisation=山西省民政厅", "山西省民政厅", "")]
    public async Task Scope_WithinTheReach_IsShownWithThoseAbove(string who, string address, string name, string above)
    {
        var view = (await bureau.DashboardAsync(who, await WithIdsAsync(address)))!;

        Assert.Equal(name, view.Scope.Name);
        Assert.Equal(above, string.Join('/', view.Place.Above.Select(s => s.Name)));
    }

    [Theory]
    [InlineData("leader", "?scope=350000")]
    [InlineData("leader", "?scope=000000")]
    [InlineData("leader", "?scope=149900")]
    [InlineData("leader", "?scope=nonsense")]
    [InlineData("leader", "?organisation=福建省民政厅")]
    [InlineData("leader", "?organisation=nonsense")]
    [InlineData("leader.taiyuan", "?scope=140000")]
    [InlineData("head", "?scope=140000")]
    [InlineData("head", "?organisation=山西省教育厅")]
    [InlineData("liaison", "?scope=140100")]
    [InlineData("sysadmin", "")]
    [InlineData("auditadmin", "?scope=140000")]
    [InlineData("govinfo", "")]
    public async Task Scope_OutsideTheReach_IsRefusedWhereverItIsAskedFor(string who, string address)
    {
        var query = ListQuery.Parse(await WithIdsAsync(address));

        Assert.Null(await bureau.DashboardAsync(who, query.ToQueryString()));
        Assert.Empty(await bureau.AsAsync<DashboardService, List<FigureLine>>(who, s => s.FiguresAsync(query, default).ToListAsync().AsTask()));
        Assert.Null(await bureau.AsAsync<BriefService, BriefView?>(who, s => s.ReadAsync(query, DashboardPermissions.View, default)));
        Assert.Null(await bureau.AsAsync<BriefService, BriefView?>(who, s => s.TakeAsync(query, default)));
    }

    [Theory]
    [InlineData("leader", "", "市级:")]
    [InlineData("leader", "?scope=140105", "市级:140100 县级:140105")]
    [InlineData("leader.taiyuan", "", "县级:")]
    public async Task Choices_OfAReader_GoDownFromTheirOwnReachAndNoFurtherUp(string who, string address, string levels)
    {
        var choices = (await ChoicesAsync(who, address))!;

        Assert.Equal(levels, string.Join(' ', choices.Levels.Select(l => $"{l.Label}:{l.Chosen}")));
        Assert.True(choices.Levels[0].Regions.Count > 5);
        Assert.NotEmpty(choices.Bodies);
        foreach (var (code, _) in choices.Levels[0].Regions)
            Assert.NotNull(await bureau.DashboardAsync(who, $"?scope={code}"));
        foreach (var (id, _) in choices.Bodies.Take(3))
            Assert.NotNull(await bureau.DashboardAsync(who, $"?organisation={id}"));
    }

    [Fact]
    public async Task Choices_OfADepartment_AreItself_AndOutsideTheReachThereAreNone()
    {
        var own = (await ChoicesAsync("head", ""))!;

        Assert.Empty(own.Levels);
        Assert.Equal("山西省民政厅", Assert.Single(own.Bodies).Name);
        Assert.Null(await ChoicesAsync("leader.taiyuan", "?scope=140000"));
        Assert.Null(await ChoicesAsync("sysadmin", ""));
    }

    [Fact]
    public async Task Page_ScopeAndPeriodChosen_StandInTheAddressTogether()
    {
        await using var leader = await PageContext.AsAsync(bureau, "leader");
        leader.Navigation.NavigateTo("/dashboard?period=ThisYear");
        var page = leader.Context.Render<DashboardPage>();
        page.WaitForElement(".scope-bar button");
        await page.InvokeAsync(() => page.Find(".scope-bar button").ClickAsync(new()));
        page.WaitForElement("[aria-label=选择范围] select");

        await page.InvokeAsync(() => page.Find("[aria-label=选择范围] select").Change("140100"));

        Assert.Equal(ListQuery.Parse("?scope=140100&period=ThisYear"), ListQuery.Parse(new Uri(leader.Navigation.Uri).Query));
        page.WaitForAssertion(() => Assert.Contains("太原市", page.Find(".scopes [aria-current]").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.FindAll("search select").Single().Change("LastQuarter"));
        Assert.Equal(ListQuery.Parse("?scope=140100&period=LastQuarter"), ListQuery.Parse(new Uri(leader.Navigation.Uri).Query));
        page.WaitForAssertion(() => Assert.Contains("上季度指 2026-07-01 至 2026-09-30，上期指 2026-04-01 至 2026-06-30", page.Find("section[aria-label=总览]").TextContent, StringComparison.Ordinal));
        Assert.Contains("period=LastQuarter", page.Find("a[href^='/dashboard/brief']").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("period=LastQuarter", page.Find("a[href^='/export/dashboard-figures.xlsx']").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_DaysThatAreNoPeriod_AreSaidAndNoOthersShown()
    {
        Assert.Null(await bureau.DashboardAsync("leader", "?period=Custom&from=2026-11-02&to=2026-11-01"));
        await using var leader = await PageContext.AsAsync(bureau, "leader");
        leader.Navigation.NavigateTo("/dashboard?period=Custom&from=2026-11-02&to=2026-11-01");
        var page = leader.Context.Render<DashboardPage>();

        page.WaitForAssertion(() => Assert.Contains("截止日期早于起始日期，请改正", page.Find(".filter .message").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("section[aria-label=总览]"));
    }

    [Fact]
    public async Task Dashboard_OfSomebodyDisabled_IsNobodys()
    {
        await using var db = bureau.OpenDb();
        var user = await db.Users.SingleAsync(u => u.UserName == "leader.shijiazhuang");
        user.DisabledAt = bureau.Clock.Now;
        await db.SaveChangesAsync();

        Assert.Null(await bureau.DashboardAsync("leader.shijiazhuang"));
    }

    [Fact]
    public async Task Dashboard_OfAnEmptyProvince_HasFiguresOfNothing()
    {
        var view = (await bureau.DashboardAsync("leader.fujian"))!;

        Assert.All(DashboardFigures.All(view).Where(f => f.Source.SumOf is null), f => Assert.Equal(0, f.Value));
        Assert.All(view.Catalogue!.Regions, r => Assert.Equal(Pace.None, r.Pace));
        Assert.InRange(view.Headlines.Count, 8, 12);
        Assert.DoesNotContain(view.Catalogue.Regions, r => r.Key == "350527");
    }

    [Fact]
    public async Task Timely_LateAndInTime_AreToldApartByTheDayOfChina()
    {
        await using (var db = bureau.OpenDb())
        {
            db.TimeLimits.Add(new DataBureau.Domain.Calendar.TimeLimitSetting { Id = Guid.NewGuid(), Limit = CatalogueClocks.SignOff.Key, RegionCode = "140000", WorkingDays = 2 });
            await DataBureau.Web.Features.Calendar.ClockSource.TouchAsync(db, DataBureau.Web.Features.Calendar.ClockVersion.TimeLimits);
            await db.SaveChangesAsync();
        }

        var (inTime, late) = (await NewAsync(), await NewAsync());
        var start = bureau.Clock.Now;
        await ActAsync("liaison", inTime, CatalogueAction.Submit);
        await ActAsync("liaison", late, CatalogueAction.Submit);
        // 2026-11-20 is a Friday: two working days later is Tuesday the 24th, whose last minute is 15:59 UTC.
        bureau.Clock.Now = new DateTimeOffset(2026, 11, 24, 15, 59, 0, TimeSpan.Zero);
        await ActAsync("head", inTime, CatalogueAction.Approve);
        bureau.Clock.Now = new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, (await bureau.DashboardAsync("leader"))!.Catalogue!.Overdue.Value);
        await ActAsync("head", late, CatalogueAction.Approve);

        var timely = (await bureau.DashboardAsync("leader"))!.Catalogue!.Timely;

        Assert.True(timely.LimitSet);
        Assert.Equal((1, 1), (timely.InTime.Value, timely.Late.Value));
        Assert.Equal((0, 0), (timely.InTimeBefore!.Value, timely.LateBefore!.Value));
        // A month later the same two are what the period before had.
        bureau.Clock.Now = bureau.Clock.Now.AddMonths(1);
        var next = (await bureau.DashboardAsync("leader"))!.Catalogue!.Timely;
        Assert.Equal((0, 1, 1), (next.Ended, next.InTimeBefore!.Value, next.LateBefore!.Value));
        Assert.False((await bureau.DashboardAsync("leader.fujian"))!.Catalogue!.Timely.LimitSet);
        bureau.Clock.Now = start;
    }

    [Fact]
    public async Task Overdue_WhereNobodyHasSetATimeLimit_SaysSoInsteadOfNone()
    {
        var view = (await bureau.DashboardAsync("leader.fujian"))!;
        var figure = view.Work!.Projects.Single(f => f.Key == "project-overdue");
        Assert.Equal((0, true, "未设时限"), (figure.Value, figure.IsUnset, figure.Text));
        Assert.True(view.Catalogue!.Overdue.IsUnset && view.Plans!.Figures.Single(f => f.Key == "plan-overdue").IsUnset && view.Plans.Matrix.Single(f => f.Key == "matrix-Overdue").IsUnset);
        await using (var db = bureau.OpenDb())
        {
            db.TimeLimits.Add(new DataBureau.Domain.Calendar.TimeLimitSetting { Id = Guid.NewGuid(), Limit = ProjectWorkflow.ReplyLimit.Key, RegionCode = "350100", WorkingDays = 5 });
            await DataBureau.Web.Features.Calendar.ClockSource.TouchAsync(db, DataBureau.Web.Features.Calendar.ClockVersion.TimeLimits);
            await db.SaveChangesAsync();
        }

        view = (await bureau.DashboardAsync("leader.fujian"))!;

        Assert.Equal("0", view.Work!.Projects.Single(f => f.Key == "project-overdue").Text);
        Assert.True(view.Catalogue!.Overdue.IsUnset);
    }

    [Fact]
    public async Task OneMoment_WhatOthersCommitMeanwhile_IsNotSeen()
    {
        await using var db = bureau.OpenDb();
        await using var moment = await db.OneMomentAsync(default);
        var (entries, tallies) = (await db.CatalogueEntries.CountAsync(), await db.CatalogueTallies.SumAsync(t => t.Change));

        await NewAsync();

        Assert.Equal(entries, await db.CatalogueEntries.CountAsync());
        Assert.Equal(tallies, await db.CatalogueTallies.SumAsync(t => t.Change));
        await using var later = bureau.OpenDb();
        Assert.Equal(entries + 1, await later.CatalogueEntries.CountAsync());
    }

    private Task<ScopeChoices?> ChoicesAsync(string who, string address) => bureau.AsAsync<DashboardService, ScopeChoices?>(who, s => s.ChoicesAsync(ListQuery.Parse(address), default));

    private async Task<string> WithIdsAsync(string address)
    {
        var name = ListQuery.Parse(address).Filter("organisation");
        await using var db = bureau.OpenDb();
        return await db.Organisations.Where(o => o.Name == name).Select(o => (Guid?)o.Id).FirstOrDefaultAsync() is { } id ? $"?organisation={id}" : address;
    }

    private async Task<Guid> NewAsync() => Assert.IsType<Outcome<CatalogueDetailView>.Done>(
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.CreateAsync(Contents.Complete($"看板目录{Interlocked.Increment(ref _names)}")))).View.Id;

    private async Task ActAsync(string who, Guid id, CatalogueAction action) => Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, async s =>
        await s.ActAsync(id, (await s.FindAsync(id, default))!.Version, action, null)));
}
