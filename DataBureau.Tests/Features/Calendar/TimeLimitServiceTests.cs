using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Calendar;

public sealed class TimeLimitServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly string Review = CatalogueClocks.Review.Key;

    [Fact]
    public async Task Save_InAProvince_AppliesBelowUntilSomethingNearerIsSaid()
    {
        await bureau.LimitAsync(Review, 7, "140000");
        Assert.Equal((7, "山西省", LimitChoice.Inherit), Of(await FindAsync("140100")));
        await bureau.LimitAsync(Review, 4, "140100");
        Assert.Equal((4, "太原市", LimitChoice.Days), Of(await FindAsync("140100")));
        Assert.Equal((4, "太原市", LimitChoice.Inherit), Of(await FindAsync("140105")));
        Assert.Equal((7, "山西省", LimitChoice.Inherit), Of(await FindAsync("140200")));
        await bureau.LimitAsync(Review, null, "140200");
        Assert.Equal((null, "大同市", LimitChoice.None), Of(await FindAsync("140200")));
        Assert.Equal((null, null, LimitChoice.Inherit), Of(await FindAsync("350000")));

        var city = await FindAsync("140100");
        Assert.IsType<Outcome<TimeLimitRow>.Done>(await SaveAsync("sysadmin", "140100", city.Version, LimitChoice.Inherit, null));
        Assert.Equal((7, "山西省", LimitChoice.Inherit), Of(await FindAsync("140100")));
    }

    [Fact]
    public async Task Save_WhileADeadlineRuns_ThatKeepsItsBudget()
    {
        var view = await bureau.WaitingAsync(5);
        await bureau.LimitAsync(Review, 20);

        Assert.Equal(5, (await bureau.DeadlinesAsync(view.Id)).Single(d => d.FinishedAt is null).BudgetDays);
        Assert.Equal(20, Assert.Single((await bureau.EntryAsync(Contents.Complete(Clocks.Name()), CatalogueAction.Submit, CatalogueAction.Approve)).Deadlines).BudgetDays);
    }

    [Fact]
    public async Task Save_WrongNumbersTwiceSeenOrOutOfReach_IsRefusedOrAConflict()
    {
        var row = await FindAsync("130100");
        foreach (var days in new int?[] { null, 0, 1000 })
            Assert.Equal("LimitDays", Assert.IsType<Outcome<TimeLimitRow>.Refused>(await SaveAsync("sysadmin", "130100", row.Version, LimitChoice.Days, days)).Refusal.Code);
        Assert.Equal("LimitRungs", Assert.IsType<Outcome<TimeLimitRow>.Refused>(await SaveAsync("sysadmin", "130100", row.Version, LimitChoice.Days, 5, "三天")).Refusal.Code);
        Assert.IsType<Outcome<TimeLimitRow>.NotFound>(await SaveAsync("reviewer", "130100", row.Version, LimitChoice.Days, 5));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => SaveAsync("sysadmin", "130100", row.Version, LimitChoice.Days, 5 + i)));
        Assert.Single(outcomes.OfType<Outcome<TimeLimitRow>.Done>());
        Assert.Single(outcomes.OfType<Outcome<TimeLimitRow>.Conflict>());

        await using (var db = bureau.OpenDb())
            await db.Grants.Where(g => g.Role == Role.SystemAdmin && db.Users.Any(u => u.Id == g.UserId && u.UserName == "sysadmin.taiyuan")).ExecuteUpdateAsync(s => s.SetProperty(g => g.Scope, GrantScope.Region));
        Assert.Equal("LimitOutOfReach", Assert.IsType<Outcome<TimeLimitRow>.Refused>(await SaveAsync("sysadmin.taiyuan", "130100", 1, LimitChoice.Days, 5)).Refusal.Code);
        Assert.Null(await bureau.AsAsync<TimeLimitService, TimeLimitRow?>("sysadmin.taiyuan", s => s.FindAsync(Review, "140000", default)));
    }

    private static (int?, string?, LimitChoice) Of(TimeLimitRow row) => (row.EffectiveDays, row.From, row.Choice);

    private async Task<TimeLimitRow> FindAsync(string region) => (await bureau.AsAsync<TimeLimitService, TimeLimitRow?>("sysadmin", s => s.FindAsync(Review, region, default)))!;

    private Task<Outcome<TimeLimitRow>> SaveAsync(string who, string region, int version, LimitChoice choice, int? days, string rungs = "3,0") =>
        bureau.AsAsync<TimeLimitService, Outcome<TimeLimitRow>>(who, s => s.SaveAsync(Review, region, version, choice, days, rungs));
}
