using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed class ReviewServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Next_SeveralWait_LongestWaitingThatMayBeJudged()
    {
        var first = await SubmittedAsync("liaison", "先提交的目录");
        bureau.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await SubmittedAsync("liaison", "后提交的目录");
        await SubmittedAsync("liaison.taiyuan", "外地的目录");

        Assert.Equal(second, await NextAsync("head", first));
        Assert.Equal(first, await NextAsync("head", second));
        Assert.Null(await NextAsync("reviewer", first));
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("head", s => s.ActAsync(second, 2, CatalogueAction.Approve, null));
        Assert.Equal(second, await NextAsync("reviewer", first));
        Assert.Null(await NextAsync("leader", first));
    }

    private Task<Guid?> NextAsync(string who, Guid judged) => bureau.AsAsync<ReviewService, Guid?>(who, s => s.NextAsync(judged, null, default));

    private async Task<Guid> SubmittedAsync(string who, string name)
    {
        var view = Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.CreateAsync(Contents.Complete(name)))).View;
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.ActAsync(view.Id, view.Version, CatalogueAction.Submit, null));
        return view.Id;
    }
}
