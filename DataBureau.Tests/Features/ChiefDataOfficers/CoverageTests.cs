using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Workflow;
using static DataBureau.Tests.Features.ChiefDataOfficers.OfficerKit;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>The figures of the coverage, and the rows behind each.</summary>
[Trait("Category", "Service")]
public sealed class CoverageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly PostScheme Everyone = new([OrganisationKind.GovernmentDepartment, OrganisationKind.PublicUtility], null, [DataPost.ChiefDataOfficer]);

    private readonly OfficerKit _kit = new(bureau);

    [Theory]
    [InlineData("leader", DataPost.ChiefDataOfficer)]
    [InlineData("leader.taiyuan", DataPost.ChiefDataOfficer)]
    [InlineData("leader.taiyuan", DataPost.Steward)]
    [InlineData("leader.shijiazhuang", DataPost.Steward)]
    [InlineData("leader.fujian", DataPost.ChiefDataOfficer)]
    [InlineData("liaison.taiyuan", DataPost.ChiefDataOfficer)]
    public async Task EveryFigure_HasAsManyUnitsBehindIt(string who, DataPost post)
    {
        await _kit.AtAsync(OfficerState.Filed, content: Content(to: "2027-01-31"), post: post);
        await _kit.AtAsync(OfficerState.Appointed, post: post);
        await _kit.AtAsync(OfficerState.PendingFiling, await _kit.UnitAsync("140105", it: false, OrganisationKind.PublicInstitution), post: post);

        var view = (await bureau.AsAsync<CoverageService, CoverageView?>(who, s => s.ReadAsync(new CoverageFilter { Post = post }, OfficerPermissions.View, default)))!;

        foreach (var row in view.Rows.Append(view.Total))
            foreach (var figure in Enum.GetValues<CoverageFigure>())
            {
                var page = await bureau.AsAsync<CoverageService, Web.Components.Tables.Page<UnitRow>>(who, s => s.ListAsync(new CoverageFilter { RegionCode = row.RegionCode, Own = row.Own, Kind = row.Kind, Post = post, Figure = figure }, default));
                Assert.True(row.Of(figure) == page.Total, $"{row.Place} {row.Kind} {figure}: {row.Of(figure)} on the board, {page.Total} units");
            }

        Assert.All(Enum.GetValues<CoverageFigure>().Where(f => f != CoverageFigure.Units), f => Assert.Equal(view.Total.Of(f), view.Rows.Sum(r => r.Of(f))));
    }

    [Fact]
    public async Task Figures_OfThreeUnits_CountWhatTheyAre()
    {
        var before = await TotalAsync();
        await _kit.AtAsync(OfficerState.Filed, content: Content(to: "2027-02-18"));
        await _kit.AtAsync(OfficerState.PendingFiling, content: Content(to: "2027-02-19"));
        await _kit.UnitAsync();
        await _kit.UnitAsync(it: false);

        var after = await TotalAsync();

        // Ninety days from 2026-11-20: 2027-02-18 is in, the day after is not.
        Assert.Equal((4, 3, 2, 1, 1, 1), (after.Units - before.Units, after.Required - before.Required, after.Appointed - before.Appointed, after.Filed - before.Filed, after.Vacant - before.Vacant, after.Expiring - before.Expiring));
    }

    [Fact]
    public async Task Encouraged_Missing_IsSuggestedNotVacant()
    {
        var unit = await _kit.UnitAsync("140200", grantTo: null);

        var row = Assert.Single((await bureau.AsAsync<CoverageService, Web.Components.Tables.Page<UnitRow>>("leader", s => s.ListAsync(new CoverageFilter { RegionCode = "140200", Figure = CoverageFigure.Suggested }, default))).Rows, r => r.Id == unit);
        Assert.Equal(PostDemand.Suggested, row.Demand);
        Assert.Equal(0, (await bureau.AsAsync<CoverageService, Web.Components.Tables.Page<UnitRow>>("leader", s => s.ListAsync(new CoverageFilter { RegionCode = "140200", Figure = CoverageFigure.Vacant }, default))).Total);
    }

    [Fact]
    public async Task Scheme_SetByASilentProvince_CountsFromThenOn()
    {
        Task<CoverageView?> ReadAsync() => bureau.AsAsync<CoverageService, CoverageView?>("leader.fujian", s => s.ReadAsync(new CoverageFilter(), OfficerPermissions.View, default));
        Assert.Equal(0, (await ReadAsync())!.Total.Required);

        var saved = await bureau.AsAsync<OfficerSchemeService, Outcome<SchemeRow>>("sysadmin.fujian", s => s.SaveAsync("350000", 0, SchemeChoice.Require, [Everyone], "省局2026年第3次局务会"));
        Assert.Equal("福建省自设", Assert.IsType<Outcome<SchemeRow>.Done>(saved).View.From);
        Assert.True((await ReadAsync())!.Total.Vacant > 10);

        Assert.IsType<Outcome<SchemeRow>.Conflict>(await bureau.AsAsync<OfficerSchemeService, Outcome<SchemeRow>>("sysadmin.fujian", s => s.SaveAsync("350000", 0, SchemeChoice.Inherit, [], null)));
        Assert.IsType<Outcome<SchemeRow>.Done>(await bureau.AsAsync<OfficerSchemeService, Outcome<SchemeRow>>("sysadmin.fujian", s => s.SaveAsync("350000", 1, SchemeChoice.Inherit, [], null)));
        Assert.Equal(0, (await ReadAsync())!.Total.Required);
    }

    [Theory]
    [InlineData("sysadmin.fujian", "350000", true, null, "OfficerSchemeReason")]
    [InlineData("sysadmin.fujian", "350000", false, "局务会", "OfficerSchemeEmpty")]
    public async Task Scheme_Incomplete_Refused(string who, string region, bool lines, string? reason, string code) =>
        Assert.Equal(code, Assert.IsType<Outcome<SchemeRow>.Refused>(await bureau.AsAsync<OfficerSchemeService, Outcome<SchemeRow>>(who, s => s.SaveAsync(region, 0, SchemeChoice.Require, lines ? [Everyone] : [], reason))).Refusal.Code);

    [Fact]
    public async Task Scheme_WithoutThePermission_NotFound() =>
        Assert.IsType<Outcome<SchemeRow>.NotFound>(await bureau.AsAsync<OfficerSchemeService, Outcome<SchemeRow>>("reviewer", s => s.SaveAsync("140000", 0, SchemeChoice.Require, [Everyone], "局务会")));

    [Fact]
    public async Task Coverage_OfAnotherCity_Empty()
    {
        var view = await bureau.AsAsync<CoverageService, CoverageView?>("leader.taiyuan", s => s.ReadAsync(new CoverageFilter { RegionCode = "130100" }, OfficerPermissions.View, default));

        Assert.Equal(0, view?.Total.Units ?? 0);
    }

    [Fact]
    public async Task Export_OfTheBoard_EndsWithItsSum()
    {
        var rows = await bureau.AsAsync<CoverageService, List<CoverageRow>>("leader.taiyuan", s => s.StreamAsync(new CoverageFilter(), default).ToListAsync().AsTask());

        Assert.Equal(rows[..^1].Sum(r => r.Required), rows[^1].Required);
        Assert.Equal("合计", rows[^1].RegionName);
    }

    private async Task<CoverageRow> TotalAsync() => (await bureau.AsAsync<CoverageService, CoverageView?>("reviewer.taiyuan", s => s.ReadAsync(new CoverageFilter(), OfficerPermissions.View, default)))!.Total;
}
