using ClosedXML.Excel;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.ChiefDataOfficers.Import;
using DataBureau.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.ChiefDataOfficers.RosterKit;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>A roster on its way in: what is wrong is located and said, what is good comes in once.</summary>
[Trait("Category", "Service")]
public sealed partial class RosterImportTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly RosterKit _kit = new(bureau);

    [Fact]
    public async Task Import_HolderFiledOnPaper_HoldsThePostUnderItsPaperNumber()
    {
        var person = Person();

        var report = await _kit.ReportAsync(Csv(Row("山西省教育厅", person, phone: "13812345678", number: "晋数备〔2024〕7号")));

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0), report.Counts);
        var officer = Assert.Single(await _kit.OfAsync(person));
        Assert.Equal((OfficerState.Filed, "晋数备〔2024〕7号", "13812345678", new DateOnly(2024, 3, 1)), (officer.State, officer.FilingNumber, officer.Content.Phone, officer.Content.EffectiveFrom));
        Assert.NotNull(officer.HolderKey);
        await using var db = bureau.OpenDb();
        Assert.Equal("导入", Assert.Single(await db.History.Where(h => h.CaseId == officer.Id).ToListAsync()).Action);
        var audit = await db.Audit.OrderByDescending(a => a.At).FirstAsync(a => a.Action == "chief-data-officer.Import");
        Assert.Contains("新增 1", audit.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SameFileAgain_NothingToDo()
    {
        var file = Csv(Row("山西省科学技术厅", Person(), phone: "0351-1234567"));
        await _kit.ReportAsync(file);

        var again = await _kit.ReportAsync(file);

        Assert.Equal((new ImportCounts(1, 0, 0, 1, 0), false), (again.Counts, again.Done));
    }

    [Fact]
    public async Task Import_BlankCells_WipeNothing()
    {
        var person = Person();
        await _kit.ReportAsync(Csv(Row("山西省公安厅", person, office: "副厅长", phone: "13812345678")));

        var report = await _kit.ReportAsync(Csv(Row("山西省公安厅", person, office: "常务副厅长", phone: "138****5678")));

        Assert.Equal(1, report.Counts.Updated);
        var officer = Assert.Single(await _kit.OfAsync(person));
        Assert.Equal(("常务副厅长", "13812345678", 2), (officer.Content.Office, officer.Content.Phone, officer.Version));
    }

    [Fact]
    public async Task Import_Nominations_GoTheWholeWay()
    {
        var person = Person();

        await _kit.ReportAsync(Csv(Row("山西省司法厅", person, document: "", dated: "", from: "", number: "")), RosterMode.Nominations);

        var officer = Assert.Single(await _kit.OfAsync(person));
        Assert.Equal((OfficerState.Nominated, (string?)null), (officer.State, officer.FilingNumber));
        var other = await _kit.ReportAsync(Csv(Row("山西省司法厅", Person())), RosterMode.Nominations, accept: null);
        Assert.Equal("OfficerNominationOpen", Assert.Single(other.Errors).Code);
        Assert.Contains(person, other.Errors[0].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UnknownUnit", "没有登记", "火星数据局", "首席数据官", "单位负责人（副职）", "", "2024-03-01", "")]
    [InlineData("UnknownPost", "请填：首席数据官", "山西省财政厅", "数据总管", "单位负责人（副职）", "", "2024-03-01", "")]
    [InlineData("OfficerRank", "应当由", "山西省财政厅", "首席数据官", "工作人员", "", "2024-03-01", "")]
    [InlineData("OfficerPhone", "手机号", "山西省财政厅", "首席数据官", "单位负责人（副职）", "电话见通讯录", "2024-03-01", "")]
    [InlineData("OfficerTermBackwards", "早于任职日期", "山西省财政厅", "首席数据官", "单位负责人（副职）", "", "2024-03-01", "2023-03-01")]
    [InlineData("UnknownEffectiveFrom", "没有这一天", "山西省财政厅", "首席数据官", "单位负责人（副职）", "", "2023-02-29", "")]
    public async Task Check_WhatCannotBe_ToldAtItsCell(string code, string words, string unit, string post, string rank, string phone, string from, string to)
    {
        var report = await _kit.ReportAsync(Csv(Row(unit, Person(), post, rank: rank, phone: phone, from: from, to: to)), accept: null);

        var error = Assert.Single(report.Errors);
        Assert.Equal((code, 2), (error.Code, error.Row));
        Assert.Contains(words, error.Sentence, StringComparison.Ordinal);
        Assert.NotNull(error.Column);
    }

    [Fact]
    public async Task Check_TwoRowsOfOnePost_NameEachOther()
    {
        var (first, second) = (Person(), Person());

        var report = await _kit.ReportAsync(Csv(Row("山西省水利厅", first), Row("山西省财政厅", Person()), Row("山西省水利厅", second)), accept: null);

        Assert.Equal(2, report.Counts.Rejected);
        Assert.Equal([(2, true), (4, true)], report.Errors.Select(e => (e.Row, e.Sentence.Contains(e.Row == 2 ? $"第 4 行（{second}）" : $"第 2 行（{first}）", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Import_TermsOneAfterAnother_BothComeIn()
    {
        var (before, now) = (Person(), Person());

        var report = await _kit.ReportAsync(Csv(Row("山西省商务厅", before, from: "2021-03-01", to: "2024-02-29", dated: "2021-02-01"), Row("山西省商务厅", now, from: "2024-03-01")));

        Assert.Equal(2, report.Counts.Imported);
        Assert.Equal((OfficerState.Expired, new DateOnly(2024, 2, 29)), (await _kit.OfAsync(before))[0] is var b ? (b.State, b.EndedOn!.Value) : default);
        Assert.Equal(OfficerState.Filed, (await _kit.OfAsync(now))[0].State);
    }

    [Fact]
    public async Task Check_PostHeldByAnother_SaysByWhomSinceWhen()
    {
        var holder = Person();
        await _kit.ReportAsync(Csv(Row("山西省统计局", holder)));

        var report = await _kit.ReportAsync(Csv(Row("山西省统计局", Person(), from: "2025-01-01")), accept: null);

        var error = Assert.Single(report.Errors);
        Assert.Equal("TermOverlaps", error.Code);
        Assert.Contains($"自 2024-03-01 起由{holder}担任", error.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AllOrGood_AsTheUserChose()
    {
        var (good, bad) = (Person(), Person());
        var file = Csv(Row("山西省审计厅不存在", bad), Row("山西省医疗保障局", good));

        Assert.False((await _kit.ReportAsync(file)).Done);
        Assert.Empty(await _kit.OfAsync(good));
        Assert.Equal(new ImportCounts(2, 1, 0, 0, 1), (await _kit.ReportAsync(file, accept: ImportAcceptance.Good)).Counts);
        Assert.Single(await _kit.OfAsync(good));
        Assert.Empty(await _kit.OfAsync(bad));
    }

    [Fact]
    public async Task Import_SameFileAtOnce_OneWins()
    {
        var person = Person();
        var file = Csv(Row("山西省林业和草原局", person));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.RunAsync(file)));

        Assert.Single(await _kit.OfAsync(person));
        Assert.Single(answers, a => a.Report is { Done: true });
        Assert.All(answers.Where(a => a.Refusal is not null), a => Assert.Equal("Conflict", a.Refusal!.Code));
    }

    [Fact]
    public async Task Import_Liaison_MayNot() => Assert.Equal("NotPermitted", (await _kit.RunAsync(Csv(Row("山西省民政厅", Person())), who: "liaison")).Refusal?.Code);

    [Fact]
    public async Task Check_UnitOutsideTheRegion_Refused()
    {
        var report = await _kit.ReportAsync(Csv(Row("福建省财政厅", Person())), accept: null);

        Assert.Equal("UnknownUnit", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task Template_FilledIn_ComesBackIn()
    {
        var person = Person();
        var path = Path.ChangeExtension(Csv(), ".xlsx");
        await using (var db = bureau.OpenDb())
        await using (var file = File.Create(path))
            await RosterTemplate.WriteAsync(file, await db.Organisations.FirstAsync(o => o.Name == "山西省数据局"), default);
        using (var book = new XLWorkbook(path))
        {
            var sheet = book.Worksheet("名册");
            string[] cells = ["山西省生态环境厅", "", "数据专员", person, "处长", "内设机构负责人", "13812345678", "否", "", "晋环任〔2025〕3号", "2025-01-02", "2025-01-02", "2028-01-01", "晋备9", "2025-01-10"];
            for (var i = 0; i < cells.Length; i++)
                sheet.Cell(2, i + 1).SetValue(cells[i]);
            book.Save();
        }

        var report = await _kit.ReportAsync(path);

        Assert.Empty(report.Errors);
        Assert.Equal(new DateOnly(2028, 1, 1), Assert.Single(await _kit.OfAsync(person)).Content.TermEndsOn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Export_TakenInAgain_ChangesNothing(bool allColumns)
    {
        var (person, acting) = (Person(), Person());
        await _kit.ReportAsync(Csv(Row(allColumns ? "山西省文化和旅游厅" : "山西省应急管理厅", person, phone: "13812345678", number: "=晋备+1"), Row(allColumns ? "山西省卫生健康委员会" : "山西省市场监督管理局", acting + "（代理）", to: "2030-12-31")));
        var path = Path.ChangeExtension(Csv(), ".xlsx");
        await using (var scope = await bureau.AsAsync("reviewer"))
        await using (var file = File.Create(path))
            await OfficerColumns.RosterExport.WriteAsync(scope.ServiceProvider, ListQuery.Parse("?state=Filed") with { Columns = allColumns ? [.. OfficerColumns.Roster.Select(c => c.Key)] : [] }, file, default);

        var report = await _kit.ReportAsync(path, accept: null);

        Assert.True(report.Errors.Count == 0, string.Join(Environment.NewLine, report.Errors.Select(e => $"{e.Row} {e.Header} {e.Value} {e.Sentence}")));
        Assert.Equal((0, 0, 0), (report.Counts.Imported, report.Counts.Updated, report.Counts.Rejected));
        Assert.True(report.Counts.Unchanged >= 2);
        Assert.Equal("13812345678", Assert.Single(await _kit.OfAsync(person)).Content.Phone);
    }

    [Fact]
    public async Task Check_ErrorWorkbook_MarksTheCells()
    {
        var path = Csv(Row("山西省财政厅", Person(), phone: "见通讯录"));
        var report = await _kit.ReportAsync(path, accept: null);
        using var output = new MemoryStream();

        await ImportErrorWorkbook.WriteAsync(output, path, "名册.csv", report.Errors, report.Headers, default);

        output.Position = 0;
        using var book = new XLWorkbook(output);
        Assert.Contains(book.Worksheets, s => s.Name == "问题清单");
        Assert.Contains("手机号", string.Concat(book.Worksheets.SelectMany(w => w.CellsUsed()).Select(c => c.GetString())), StringComparison.Ordinal);
    }
}
