using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Filings;

public sealed class FilingRecipientTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    private const string Reason = "晋编办〔2026〕8号，职责划转。";

    private static readonly FilingRule Rule = new(Responsibilities.IndustryAuthority, Above: true);

    public async Task InitializeAsync()
    {
        await using var db = bureau.OpenDb();
        await db.Set<FilingRecipientSetting>().ExecuteDeleteAsync();
        await db.Organisations.ExecuteUpdateAsync(s => s.SetProperty(o => o.AbolishedAt, (DateTimeOffset?)null));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Recipients_WithoutSetting_AreThoseOfTheRule()
    {
        var rows = await RowsAsync();

        Assert.Equal("山西省工业和信息化厅", rows.Single(r => r.RegionCode == "140100").Recipient);
        Assert.Equal("太原市工业和信息化局", rows.Single(r => r.RegionCode == "140105").Recipient);
        Assert.Equal("按规则：上一级工业和信息化主管部门", rows.Single(r => r.RegionCode == "140105").Basis);
        var missing = rows.Single(r => r.RegionCode == "140212");
        Assert.Equal((RecipientStatus.Missing, "大同市没有登记工业和信息化主管部门"), (missing.Status, missing.RecipientText));
        Assert.All(rows, r => Assert.StartsWith("14", r.RegionCode, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.RegionCode == "140000");
    }

    [Fact]
    public async Task Setting_OfLevelAndYear_HoldsForThemAlone()
    {
        Done(await CreateAsync(Content("140000", RegionLevel.County, 2026)));
        Done(await CreateAsync(Content("140000", RegionLevel.City, 2027)));
        var rows = await RowsAsync();

        Assert.Equal("太原市大数据应用局", rows.Single(r => r.RegionCode == "140105").Recipient);
        Assert.Equal("山西省工业和信息化厅", rows.Single(r => r.RegionCode == "140100").Recipient);
        Assert.Equal($"设定（2026 年起）：{Reason}", rows.Single(r => r.RegionCode == "140105").Basis);
        Assert.Equal("山西省数据局", await FindAsync("140100", 2027));
        Assert.Equal("太原市工业和信息化局", await FindAsync("140105", 2025));
    }

    [Fact]
    public async Task Setting_OfTheNearestRegion_Wins()
    {
        Done(await CreateAsync(Content("140000", RegionLevel.County, 2026)));
        Done(await CreateAsync(Content("140100", RegionLevel.County, 2020, Responsibilities.GovInfoAuthority)));

        Assert.Equal("太原市行政审批服务管理局", await FindAsync("140105", 2026));
        Assert.Equal("太原市行政审批服务管理局", (await RowsAsync()).Single(r => r.RegionCode == "140105").Recipient);
    }

    [Fact]
    public async Task Setting_OfTheLevelThatReceives_GoesToThatLevelFromItsYearOn()
    {
        var view = Done(await CreateAsync(Content("140100", RegionLevel.County, 2026, Responsibilities.IndustryAuthority) with { At = RegionLevel.Province }));

        Assert.Equal("山西省工业和信息化厅", await FindAsync("140105", 2026));
        Assert.Equal("太原市工业和信息化局", await FindAsync("140105", 2025));
        Assert.Equal("山西省工业和信息化厅", (await RowsAsync()).Single(r => r.RegionCode == "140105").Recipient);
        Assert.Equal(RegionLevel.Province, Assert.Single(await bureau.AsAsync<FilingRecipientService, IReadOnlyList<RecipientSettingRow>>("sysadmin", s => s.SettingsAsync(default))).At);
        view = Done(await EditAsync(view, view.Content with { At = null }));
        Assert.Equal("太原市工业和信息化局", await FindAsync("140105", 2026));
        Assert.Contains("接收级别：省级 → 按规则", view.History[^1].Comment, StringComparison.Ordinal);
        Assert.Contains(nameof(FilingRecipientContent.At), Refused(await CreateAsync(Content("140000", RegionLevel.City, 2026) with { At = RegionLevel.County })).Details.Select(d => d.Field));
    }

    [Fact]
    public async Task Setting_OfTheConsentToADigitalBase_ReachesTheApplication()
    {
        Done(await CreateAsync(Content("140100", RegionLevel.County, 2026) with { Matter = "J02", At = RegionLevel.Province }));
        var kit = new DigitalBases.DigitalBaseKit(bureau);

        var applied = await kit.BaseAsync(DataBureau.Domain.DigitalBases.DigitalBaseState.Applied);

        Assert.Equal("山西省数据局", applied.Authority!.Name);
        var (page, _) = await bureau.AsAsync<FilingRecipientService, (Web.Components.Tables.Page<RecipientRow> Page, int Missing)>("sysadmin", s => s.ListAsync(new RecipientFilter(Take: 10_000), default));
        Assert.Equal(("山西省数据局", "县级数字底座同意"), page.Rows.Single(r => r.Matter == "J02" && r.RegionCode == "140105") is var row ? (row.Recipient, row.MatterName) : default);
    }

    [Fact]
    public async Task Table_OfEveryRegion_SaysWhatACaseWouldBeTold()
    {
        Done(await CreateAsync(Content("140100", RegionLevel.County, 2024)));
        foreach (var row in (await RowsAsync()).Where(r => r.RegionCode.StartsWith("1401", StringComparison.Ordinal)))
            Assert.Equal(row.Recipient, await FindAsync(row.RegionCode, 2026));
    }

    [Fact]
    public async Task Recipient_Abolished_IsMissing()
    {
        await using (var db = bureau.OpenDb())
            await db.Organisations.Where(o => o.Name == "太原市工业和信息化局").ExecuteUpdateAsync(s => s.SetProperty(o => o.AbolishedAt, bureau.Clock.Now));

        Assert.Null((await RowsAsync()).Single(r => r.RegionCode == "140105").Recipient);
        Assert.Null(await FindAsync("140105", 2026));
    }

    [Theory]
    [InlineData(null, RegionLevel.City, 2026, nameof(FilingRecipientContent.RegionCode))]
    [InlineData("350000", RegionLevel.City, 2026, nameof(FilingRecipientContent.Matter))]
    [InlineData("140000", RegionLevel.Province, 2026, nameof(FilingRecipientContent.Level))]
    [InlineData("140105", RegionLevel.City, 2026, nameof(FilingRecipientContent.Level))]
    [InlineData("140000", RegionLevel.City, 1026, nameof(FilingRecipientContent.FromYear))]
    public async Task Create_Wrong_RefusedAtTheField(string? region, RegionLevel level, int year, string field)
    {
        var refusal = Refused(await CreateAsync(Content(region, level, year)));
        Assert.Contains(field, refusal.Details.Select(d => d.Field));
    }

    [Fact]
    public async Task Create_WithoutReasonOrResponsibility_NamesBoth() =>
        Assert.Equal([nameof(FilingRecipientContent.To), nameof(FilingRecipientContent.Reason)], Refused(await CreateAsync(Content("140000", RegionLevel.City, 2026, Responsibilities.None) with { Reason = " " })).Details.Select(d => d.Field));

    [Theory]
    [InlineData("secadmin")]
    [InlineData("reviewer")]
    [InlineData("filing")]
    public async Task Create_WithoutThePermission_Refused(string user) => Assert.Equal("NotPermitted", Refused(await CreateAsync(Content("140000", RegionLevel.City, 2026), user)).Code);

    [Fact]
    public async Task Create_TwiceAtOnce_OneSettingAndARefusal()
    {
        var outcomes = await Task.WhenAll(CreateAsync(Content("140000", RegionLevel.City, 2026)), CreateAsync(Content("140000", RegionLevel.City, 2026)));

        Assert.Single(outcomes.OfType<Outcome<RecipientSettingView>.Done>());
        Assert.Equal("FilingRecipientTaken", Refused(outcomes.Single(o => o is not Outcome<RecipientSettingView>.Done)).Code);
    }

    [Fact]
    public async Task Edit_ByTwo_SecondIsToldAndHistoryAndAuditKeepTheFirst()
    {
        var view = Done(await CreateAsync(Content("140000", RegionLevel.City, 2026)));
        var first = Done(await EditAsync(view, view.Content with { To = Responsibilities.GovInfoAuthority, Matter = "J99", FromYear = 1999 }));
        var second = Assert.IsType<Outcome<RecipientSettingView>.Conflict>(await EditAsync(view, view.Content with { Reason = "另有规定。" }));

        Assert.Equal((Responsibilities.GovInfoAuthority, "P02", 2026), (first.Content.To, first.Content.Matter, first.Content.FromYear));
        Assert.Equal(first.Content, second.View.Content);
        Assert.Equal(["新建", "修改"], second.View.History.Select(h => h.Action));
        await using var db = bureau.OpenDb();
        Assert.Equal(["filing-recipient.Create", "filing-recipient.Edit"], await db.Audit.Where(a => a.SubjectId == view.Id.ToString()).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync());
    }

    [Fact]
    public async Task Remove_WithReason_GivesWayToTheRuleAndKeepsTheHistory()
    {
        var view = Done(await CreateAsync(Content("140100", RegionLevel.County, 2026)));
        Assert.Equal("CommentRequired", Refused(await RemoveAsync(view, " ")).Code);
        var removed = Done(await RemoveAsync(view, "职责恢复。"));

        Assert.True(removed.Removed);
        Assert.Equal("撤销", removed.History[^1].Action);
        Assert.IsType<Outcome<RecipientSettingView>.NotFound>(await RemoveAsync(view, "再撤一次。"));
        Assert.Equal("太原市工业和信息化局", await FindAsync("140105", 2026));
    }

    private static FilingRecipientContent Content(string? region, RegionLevel level, int year, Responsibilities to = Responsibilities.DataAuthority) => new("P02", region, level, year, to, Reason);

    private static RecipientSettingView Done(Outcome<RecipientSettingView> outcome) => Assert.IsType<Outcome<RecipientSettingView>.Done>(outcome).View;

    private static DataBureau.Domain.Workflow.Refusal Refused(Outcome<RecipientSettingView> outcome) => Assert.IsType<Outcome<RecipientSettingView>.Refused>(outcome).Refusal;

    private Task<Outcome<RecipientSettingView>> CreateAsync(FilingRecipientContent content, string user = "sysadmin") =>
        bureau.AsAsync<FilingRecipientService, Outcome<RecipientSettingView>>(user, s => s.CreateAsync(content));

    private Task<Outcome<RecipientSettingView>> EditAsync(RecipientSettingView view, FilingRecipientContent content) =>
        bureau.AsAsync<FilingRecipientService, Outcome<RecipientSettingView>>("sysadmin", s => s.EditAsync(view.Id, view.Version, content));

    private Task<Outcome<RecipientSettingView>> RemoveAsync(RecipientSettingView view, string comment) =>
        bureau.AsAsync<FilingRecipientService, Outcome<RecipientSettingView>>("sysadmin", s => s.RemoveAsync(view.Id, view.Version, comment));

    private async Task<List<RecipientRow>> RowsAsync()
    {
        var (page, missing) = await bureau.AsAsync<FilingRecipientService, (Web.Components.Tables.Page<RecipientRow> Page, int Missing)>("sysadmin", s => s.ListAsync(new RecipientFilter(Take: 10_000), default));
        Assert.Equal(missing, page.Rows.Count(r => r.Status == RecipientStatus.Missing));
        return [.. page.Rows.Where(r => r.Matter == "P02")];
    }

    private async Task<string?> FindAsync(string region, int year)
    {
        await using var db = bureau.OpenDb();
        return (await FilingRecipients.FindAsync(db, "P02", Rule, region, year, default))?.Name;
    }
}
