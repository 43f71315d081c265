using System.Globalization;
using Bunit;
using DataBureau.Domain.Dashboard;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Dashboard;
using DataBureau.Web.Features.Exports;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Dashboard;

/// <summary>The brief: the dashboard's own numbers, and lists that add up to them.</summary>
[Trait("Category", "Service")]
public sealed class BriefTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    public Task InitializeAsync() => bureau.Services.SeedCasesAsync(400);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("leader", "?period=ThisMonth")]
    [InlineData("leader", "?period=LastMonth")]
    [InlineData("leader", "?period=LastWeek&scope=140100")]
    [InlineData("leader", "?period=ThisQuarter&scope=140100")]
    [InlineData("leader", "?period=Custom&from=2026-08-15&to=2026-11-10")]
    [InlineData("head", "?period=LastMonth")]
    public async Task Lists_OfThePeriod_AddUpToItsFigures(string who, string address)
    {
        var view = await ReadAsync(who, address);

        Assert.Equal(Now(view, "published"), view.Published.Total);
        Assert.Equal(Now(view, "plan") + Now(view, "implementation") + Now(view, "officer"), view.Filed.Total);
        Assert.Equal(Now(view, "replied"), view.Replied.Total);
        Assert.Equal(Now(view, "concluded"), view.Concluded.Total);
        Assert.Equal(view.Published.Total, view.Published.Rows.Count);
        Assert.All(view.Replied.Rows.Select(p => p.At).Concat(view.Concluded.Rows.Select(c => c.At)), at => Assert.InRange(DataBureau.Domain.ChinaTime.DateOf(at), view.Comparison.Now.From, view.Comparison.Now.To));
        Assert.All(view.Published.Rows.Concat(view.Filed.Rows), row => Assert.InRange(DataBureau.Domain.ChinaTime.DateOf(row.At), view.Comparison.Now.From, view.Comparison.Now.To));
        Assert.True(view.Overdue.Total >= view.Dashboard.Catalogue!.Overdue.Value);
        Assert.All(view.Overdue.Rows, row => Assert.True(row.DueOn < DataBureau.Domain.ChinaTime.DateOf(bureau.Clock.Now) && row.WorkingDays > 0));
    }

    [Theory]
    [InlineData("", PeriodKind.ThisMonth)]
    [InlineData("?scope=140100", PeriodKind.ThisMonth)]
    [InlineData("?period=ThisMonth&scope=140100", PeriodKind.ThisMonth)]
    [InlineData("?period=nonsense", PeriodKind.ThisMonth)]
    [InlineData("?period=1", PeriodKind.ThisMonth)]
    [InlineData("?period=LastMonth&scope=140100", PeriodKind.LastMonth)]
    [InlineData("?period=Custom", PeriodKind.Custom)]
    public void Period_OfAnAddress_IsThisMonthUnlessItSaysOtherwise(string address, PeriodKind kind) => Assert.Equal(kind, BriefPeriod.KindOf(ListQuery.Parse(address)));

    [Theory]
    [InlineData("?period=Custom&from=2026-12-10&to=2026-11-01", "to", "截止日期早于起始日期，请改正")]
    [InlineData("?from=2026-12-10&to=2026-11-01", "to", "截止日期早于起始日期，请改正")]
    [InlineData("?period=Custom&from=2026-02-30&to=2026-11-01", "from", "起始日期「2026-02-30」不是有效的日期，请按“年-月-日”填写，例如 2026-11-03")]
    [InlineData("?period=Custom&from=2026-11-01", "to", "请填写截止日期")]
    public async Task Period_OfDaysThatAreNone_IsRefusedInWordsAndNoOtherShown(string address, string key, string sentence)
    {
        Assert.Equal(new PeriodProblem(key, sentence), BriefPeriod.Problem(ListQuery.Parse(address)));
        Assert.Null(await bureau.AsAsync<BriefService, BriefView?>("leader", s => s.ReadAsync(ListQuery.Parse(address), DashboardPermissions.View, default)));
        Assert.Null(await bureau.AsAsync<BriefService, BriefView?>("leader", s => s.TakeAsync(ListQuery.Parse(address), default)));

        await using var leader = await PageContext.AsAsync(bureau, "leader");
        leader.Navigation.NavigateTo("/dashboard/brief" + address);
        var page = leader.Context.Render<BriefPage>();

        Assert.Equal(sentence, page.Find(".filter .message").TextContent.Replace("error", "", StringComparison.Ordinal).Trim());
        Assert.Equal("true", page.Find("[aria-invalid]").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll("article"));
        Assert.Empty(page.FindAll("a[href*='brief.xlsx']"));
    }

    [Fact]
    public async Task Figures_OfThisMonth_AreTheDashboardsOfTheSameMoment()
    {
        var dashboard = (await bureau.DashboardAsync("leader"))!;
        var brief = await ReadAsync("leader", "");

        Assert.Equal(PeriodKind.ThisMonth, brief.Period.Kind);
        Assert.Equal(dashboard.AsOf, brief.Dashboard.AsOf);
        Assert.Equal(DashboardFigures.All(dashboard).Select(f => (f.Key, f.Href, f.Value)), DashboardFigures.All(brief.Dashboard).Select(f => (f.Key, f.Href, f.Value)));
    }

    [Fact]
    public async Task Workbook_TakenAway_HasTheNumbersTheListsAndAnAuditRow()
    {
        var view = (await bureau.AsAsync<BriefService, BriefView?>("leader", s => s.TakeAsync(ListQuery.Parse("?period=LastMonth"), default)))!;
        using var book = new BriefWorkbook(view);
        using var output = new MemoryStream();
        await book.SaveAsync(output, default);
        var content = output.ToArray();

        var summary = await SheetAsync(content, 0);
        Assert.Equal(BriefWorkbook.Title, summary[0][0]);
        foreach (var row in view.Comparison.Rows)
            Assert.Contains(summary, line => line[0] == row.Now.Title && Number(line[1]) == row.Now.Value && Number(line[2]) == row.Before.Value);
        foreach (var figure in view.Standing)
            Assert.Contains(summary, line => line[0] == figure.Title && Number(line[1]) == figure.Value);
        var progress = await SheetAsync(content, 1);
        foreach (var state in view.Dashboard.Catalogue!.States)
            Assert.Contains(progress, line => line[0] == state.Title && Number(line[1]) == state.Value);
        Assert.Equal(view.Overdue.Rows.Count + 2, (await SheetAsync(content, 2)).Count);
        Assert.Equal(view.Published.Rows.Select(r => r.Title), (await SheetAsync(content, 3)).Skip(2).Select(line => line[0]));
        Assert.Equal(view.Filed.Rows.Select(r => r.Number ?? ""), (await SheetAsync(content, 4)).Skip(2).Select(line => line[3]));
        Assert.Equal(view.Replied.Rows.Select(r => r.Title), (await SheetAsync(content, 5)).Skip(2).Select(line => line[0]).Where(t => t != "没有。"));
        Assert.Equal(view.Concluded.Rows.Select(r => r.Title), (await SheetAsync(content, 6)).Skip(2).Select(line => line[0]).Where(t => t != "没有。"));
        await using var db = bureau.OpenDb();
        var audit = await db.Audit.OrderByDescending(a => a.Id).FirstAsync();
        Assert.Equal(("export.dashboard-brief", "导出数据工作简报：山西省，2026-10-01 至 2026-10-31"), (audit.Action, audit.Summary));
        var taken = (await bureau.AsAsync<ExportService, Page<TakenExport>>("leader", s => s.TakenAsync(new ListQuery(), default))).Rows[0];
        Assert.Equal((audit.Summary, (long?)view.Rows, "完成"), (taken.Title, taken.Rows, taken.Outcome));
        Assert.True(view.Rows > 0);
    }

    [Fact]
    public async Task Workbook_TextThatLooksLikeAFormula_StaysText()
    {
        var view = await ReadAsync("leader", "");
        using var book = new BriefWorkbook(view with { Published = new([new BriefRow("数据目录", "=1+1", "+某单位", "-5", bureau.Clock.Now)], 1) });
        using var output = new MemoryStream();
        await book.SaveAsync(output, default);

        Assert.Equal(["=1+1", "+某单位", "-5"], (await SheetAsync(output.ToArray(), 3))[2].Take(3));
    }

    private async Task<BriefView> ReadAsync(string who, string address) => (await bureau.AsAsync<BriefService, BriefView?>(who, s => s.ReadAsync(ListQuery.Parse(address), DashboardPermissions.View, default)))!;

    private static int Now(BriefView view, string key) => view.Comparison.Rows.Single(r => r.Now.Key == "now-" + key).Now.Value;

    private static async Task<List<List<string>>> SheetAsync(byte[] content, int sheet) =>
        [.. (await Workbooks.RowsAsync(content, "简报.xlsx", sheet)).Select(r => r.Texts().Concat(Enumerable.Repeat("", 6)).ToList()).Where(r => r.Exists(t => t.Length > 0))];

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}
