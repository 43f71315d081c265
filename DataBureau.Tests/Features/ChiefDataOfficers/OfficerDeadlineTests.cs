using Bunit;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Features.Calendar;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Features.DigitalBases;
using DataBureau.Tests.Features.ImplementationPlans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.ImplementationPlans;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>A clock that runs is seen: on the case's page, in the list, in the list's Excel.</summary>
[Trait("Category", "Service")]
public sealed class OfficerDeadlineTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly string[] Clock = ["deadline", "due"];

    [Fact]
    public async Task OfficerPage_UnderATimeLimit_ShowsIt()
    {
        await bureau.LimitAsync(OfficerWorkflow.AcceptLimit.Key, 5);
        var view = await new OfficerKit(bureau).AtAsync(OfficerState.PendingFiling);
        await using var officer = await PageContext.AsAsync(bureau, OfficerKit.Officer);

        var page = officer.Context.Render<OfficerDetail>(p => p.Add(d => d.Id, view.Id));

        page.WaitForAssertion(() => Assert.Contains("受理任职报备：剩余 5 个工作日", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OfficerRoster_UnderATimeLimit_ListAndExcelShowIt()
    {
        await bureau.LimitAsync(OfficerWorkflow.AcceptLimit.Key, 5);
        var view = await new OfficerKit(bureau).AtAsync(OfficerState.PendingFiling);

        var row = Assert.Single((await bureau.AsAsync<OfficerService, Page<OfficerRow>>(OfficerKit.Officer, s => s.ListAsync(new OfficerFilter { Search = view.Content.PersonName }, default))).Rows, r => r.Id == view.Id);

        Assert.Equal(["剩余 5 个工作日", "2026-11-27"], Clock.Select(key => OfficerColumns.Roster.Single(c => c.Key == key).Text(row)));
        Assert.Contains("剩余 5 个工作日", await ExportedAsync(OfficerColumns.RosterExport, OfficerKit.Officer, $"?q={view.Content.PersonName}"));
    }

    [Fact]
    public async Task ImplementationPlans_UnderATimeLimit_ExcelShowsIt()
    {
        await bureau.LimitAsync(ImplementationPlanWorkflow.AcceptLimit.Key, 5);
        var view = await new ImplementationPlanKit(bureau).PlanAsync(ImplementationPlanState.PendingFiling);

        Assert.Contains("剩余 5 个工作日", await ExportedAsync(ImplementationPlanColumns.Export, ImplementationPlanKit.Officer, $"?q={Uri.EscapeDataString(view.Content.Title)}"));
    }

    [Fact]
    public async Task DigitalBases_UnderATimeLimit_ExcelShowsIt()
    {
        await bureau.LimitAsync(DigitalBaseWorkflow.AcceptLimit.Key, 5);
        await new DigitalBaseKit(bureau).BaseAsync(DigitalBaseState.Applied);

        Assert.Contains("剩余 5 个工作日", await ExportedAsync(DigitalBaseColumns.Export, DigitalBaseKit.Reviewer, "?state=Applied"));
    }

    private async Task<IReadOnlyList<string?>> ExportedAsync<TRow>(ListExport<TRow> export, string who, string query)
    {
        await using var scope = await bureau.AsAsync(who);
        using var file = new MemoryStream();
        await export.WriteAsync(scope.ServiceProvider, ListQuery.Parse(query) with { Columns = [.. Clock] }, file, default);
        var rows = await Workbooks.RowsAsync(file.ToArray());
        Assert.Equal(["局内时限", "到期日"], rows[0].Texts());
        return [.. rows.Skip(1).SelectMany(r => r.Texts())];
    }
}
