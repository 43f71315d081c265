using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Calendar;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>Lists by what is due, by where an entry stands and by whose it is.</summary>
[Trait("Category", "Service")]
public sealed class CatalogueOrderTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Theory]
    [InlineData("", "次序甲 次序乙 次序丙")]
    [InlineData("&desc=1", "次序乙 次序甲 次序丙")]
    public async Task Reviews_ByDeadline_WithoutOneComesLastEitherWay(string direction, string expected)
    {
        await WaitingAsync("次序丙", null);
        await WaitingAsync("次序乙", 9);
        await WaitingAsync("次序甲", 2);

        var page = await bureau.AsAsync<ReviewService, Page<ReviewRow>>("reviewer", s => s.ListAsync(ReviewService.Read(Sorted("次序", nameof(ReviewRow.Deadline), direction)), default));

        Assert.Equal(expected.Split(' '), page.Rows.Select(r => r.Row.Content.Name));
        Assert.Null(page.Rows[^1].Deadline);
    }

    [Fact]
    public async Task Catalogue_ByState_FollowsTheWayOfAnEntry()
    {
        await bureau.EntryAsync(Contents.Complete("沿途甲"), CatalogueAction.Submit, CatalogueAction.Approve);
        await bureau.EntryAsync(Contents.Complete("沿途乙"));
        await bureau.EntryAsync(Contents.Complete("沿途丙"), CatalogueAction.Submit);

        CatalogueState[] way = [CatalogueState.Draft, CatalogueState.DepartmentReview, CatalogueState.UnderReview];
        Assert.Equal(way, (await ListAsync("沿途", nameof(CatalogueEntry.State), "")).Select(r => r.State));
        Assert.Equal(way.Reverse(), (await ListAsync("沿途", nameof(CatalogueEntry.State), "&desc=1")).Select(r => r.State));
    }

    [Fact]
    public async Task Catalogue_ByProvider_KeepsEachTogetherAndTurnsRound()
    {
        foreach (var (who, name) in new[] { ("liaison", "归属一"), ("liaison.taiyuan", "归属二"), ("liaison", "归属三"), ("liaison.taiyuan", "归属四") })
            Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.CreateAsync(Contents.Complete(name))));

        var (up, down) = (await ListAsync("归属", nameof(CatalogueEntry.ProviderId), ""), await ListAsync("归属", nameof(CatalogueEntry.ProviderId), "&desc=1"));

        Assert.Equal(4, up.Count);
        var providers = up.Select(r => r.ProviderName).ToList();
        Assert.Equal(providers[0], providers[1]);
        Assert.Equal(providers[2], providers[3]);
        Assert.NotEqual(providers[1], providers[2]);
        Assert.Equal(providers.AsEnumerable().Reverse(), down.Select(r => r.ProviderName));
    }

    private static ListQuery Sorted(string search, string key, string direction) => ListQuery.Parse($"?q={search}&sort={key}{direction}");

    private async Task<IReadOnlyList<CatalogueRow>> ListAsync(string search, string key, string direction) =>
        (await bureau.AsAsync<CatalogueService, Page<CatalogueRow>>("reviewer", s => s.ListAsync(CatalogueFilterQuery.Read(Sorted(search, key, direction)), default))).Rows;

    /// <summary>Once: the theory runs over the same database.</summary>
    private async Task WaitingAsync(string name, int? days)
    {
        if ((await ListAsync(name, "", "")).Count > 0)
            return;
        await bureau.LimitAsync(CatalogueClocks.Review.Key, days);
        await bureau.EntryAsync(Contents.Complete(name), CatalogueAction.Submit, CatalogueAction.Approve);
    }
}
