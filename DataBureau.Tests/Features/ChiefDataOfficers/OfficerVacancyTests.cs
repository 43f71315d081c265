using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Inbox;
using static DataBureau.Tests.Features.ChiefDataOfficers.OfficerKit;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>Since when a post waits for somebody; and the list of the posts fits the common screen.</summary>
[Trait("Category", "Service")]
public sealed class OfficerVacancyTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly OfficerKit _kit = new(bureau);

    [Fact]
    public async Task Todo_PostLeft_WaitsSinceTheLastDayInOffice()
    {
        var unit = await _kit.UnitAsync();
        var view = await _kit.AtAsync(OfficerState.Filed, unit);
        view = await _kit.DoAsync(view, OfficerAction.Remove, "工作调动。");
        bureau.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal((DateTimeOffset?)ChinaTime.StartOf(view.EndedOn!.Value), await SinceAsync(unit, DataPost.ChiefDataOfficer));
    }

    [Fact]
    public async Task Todo_PostNeverHeld_SaysNotSinceWhen() => Assert.Null(await SinceAsync(await _kit.UnitAsync(), DataPost.ChiefDataOfficer));

    [Fact]
    public void Units_ColumnsOfTheFirstView_FitTheCommonScreen()
    {
        // At 1366 px the table has 1124; the column that takes what is left needs 180.
        Assert.True(OfficerColumns.Units.Where(c => c.ShownByDefault).Sum(c => c.Width ?? 180) <= 1124);
    }

    private async Task<DateTimeOffset?> SinceAsync(Guid unit, DataPost post)
    {
        var items = (await bureau.AsAsync<InboxService, Page<InboxItem>>(Liaison, s => s.ListAsync(new ListQuery { PageSize = 1000 }, default))).Rows;
        return Assert.Single(items, i => i.Href.EndsWith($"unit={unit}&post={post}", StringComparison.Ordinal)).Since;
    }
}
