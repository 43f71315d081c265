using DataBureau.Domain.Plans;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Plans.PlanKit;

namespace DataBureau.Tests.Features.Plans;

/// <summary>The list, its export, and the papers that are printed.</summary>
[Trait("Category", "Service")]
public sealed class PlanListTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly PlanKit _kit = new(bureau);

    [Theory]
    [InlineData("", 2)]
    [InlineData("?q=寻找", 1)]
    [InlineData("?q=太原市小店区数据局", 2)]
    [InlineData("?state=Draft", 1)]
    [InlineData("?state=Draft.ForApproval", 2)]
    [InlineData("?state=Discarded", 1)]
    [InlineData("?kind=P02", 2)]
    [InlineData("?kind=P04", 0)]
    [InlineData("?region=140105", 2)]
    [InlineData("?region=140106", 0)]
    [InlineData("?region=nonsense&state=nonsense", 2)]
    [InlineData("?waiting=1&state=Draft", 1)]
    public async Task List_Narrowed_ShowsWhatFits(string address, int expected)
    {
        await using (var db = bureau.OpenDb())
            await db.Plans.ExecuteDeleteAsync();
        Done(await _kit.CreateAsync(Content() with { Title = "寻找的规划" }));
        await _kit.PlanAsync(PlanState.ForApproval);
        await _kit.DoAsync(Done(await _kit.CreateAsync(Content())), PlanAction.Discard);

        var page = await bureau.AsAsync<PlanService, Page<PlanRow>>(Planner, s => s.ListAsync(PlanFilter.Read(ListQuery.Parse(address)), default));

        Assert.Equal((expected, expected), (page.Total, page.Rows.Count));
        Assert.Equal(0, (await bureau.AsAsync<PlanService, Page<PlanRow>>("liaison.fujian", s => s.ListAsync(PlanFilter.Read(ListQuery.Parse(address)), default))).Total);
    }

    [Fact]
    public async Task Kinds_OfACountysReader_AreThoseOfItsOwnRules()
    {
        var own = await bureau.AsAsync<PlanService, PlanListOptions>(Planner, s => s.ListOptionsAsync(default));

        Assert.Contains(own.Kinds, k => k.Value == "P02");
        Assert.DoesNotContain(own.Kinds, k => k.Value == "P07");
        Assert.True(own.Kinds.Count < PlanColumns.Kinds.Count);
    }

    [Fact]
    public async Task Export_OfAFilter_HasTheListsRowsAndColumnsAndIsAudited()
    {
        var plan = await _kit.PlanAsync(PlanState.Filed);
        await using var scope = await bureau.AsAsync(Officer);
        using var file = new MemoryStream();

        Assert.Equal(1, await PlanColumns.Export.WriteAsync(scope.ServiceProvider, ListQuery.Parse($"?q={plan.FilingNumber}&kind=P02"), file, default));

        var rows = await Workbooks.RowsAsync(file.ToArray());
        Assert.Equal(["规划名称", "种类", "辖区", "规划期", "状态", "局内时限", "批准文号", "备案号", "接收机关"], rows[0].Texts());
        Assert.Equal([plan.Content.Title, "大数据发展应用规划", "小店区", plan.Content is { PeriodFrom: var from, PeriodTo: var to } ? PlanWords.Period(from, to) : null], rows[1].Texts().Take(4));
        await using var db = bureau.OpenDb();
        var audited = await db.Audit.Where(a => a.Action == "export.plans").OrderBy(a => a.Id).FirstAsync();
        Assert.Equal("导出", AuditWords.Action(audited.Action));
        Assert.Contains("种类：大数据发展应用规划", Changes(audited).Single(c => c.Field == "筛选条件").After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_OfAFiling_SayWhatTheyMust()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        plan = await _kit.DoAsync(plan, PlanAction.RequestSupplement, "请一并补齐。", new DataBureau.Domain.Workflow.FieldRemark("alignment", "请补交衔接说明。"));
        await _kit.SupplyAsync(plan, "alignment");
        plan = await _kit.DoAsync(plan, PlanAction.Resubmit, "已补交。");
        plan = await _kit.DoAsync(await _kit.DoAsync(plan, PlanAction.Accept), PlanAction.Record, "材料齐全。");
        var files = (await bureau.AsAsync<AttachmentService, CaseAttachments?>(Officer, s => s.FindAsync(Plan.CaseKind, plan.Id, default)))!.Files;

        await HasAsync(PlanWorkbook.Form(plan, files), "规划备案表", $"编号：{plan.FilingNumber}", plan.Content.Title, plan.Content.Approval.Number!, "text.pdf", "山西省大数据发展应用总体规划", "不是批准");
        await HasAsync(PlanWorkbook.Notice(plan, plan.Rounds[0]), "规划备案补正通知", "补正告知：第 1 次", "请补交衔接说明。", "请一并补齐。", "太原市工业和信息化局", "已补交。");
        await HasAsync(PlanWorkbook.Receipt(plan), "规划备案回执", $"编号：{plan.FilingNumber}", "材料齐全。", "太原市工业和信息化局", PlanWords.FilingNote);
        await HasAsync(PlanWorkbook.Form(plan with { Edition = 2 }, files), "规划变更备案表");
    }

    [Fact]
    public async Task Audit_OfAPlan_ReadsAsChinese()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        await _kit.DoAsync(plan, PlanAction.RequestSupplement, null, new("alignment", "请补交。"), new(nameof(PlanContent.ContactName), "请填写。"));
        await using var db = bureau.OpenDb();

        var audited = await db.Audit.Where(a => a.SubjectId == plan.Id.ToString()).OrderBy(a => a.Id).ToListAsync();

        Assert.Equal(["新建", "提交", "通过", "修改", "登记批准", "报备", "告知补正"], audited.Select(a => AuditWords.Action(a.Action)));
        Assert.All(audited, a => Assert.Equal("规划", AuditWords.Kind(a.SubjectKind)));
        Assert.Contains(Changes(audited[2]), c => (c.Field, c.Before, c.After) == ("状态", "内审", "报批"));
        Assert.Equal("字段：与省总体规划的衔接说明；内容：请补交。\n字段：联系人；内容：请填写。", Changes(audited[^1]).Single(c => c.Field == "批注").After);
        Assert.All(audited.SelectMany(Changes), c => Assert.DoesNotMatch("[A-Za-z]{3}", c.Field + c.Before + c.After));
    }

    private static IReadOnlyList<AuditChange> Changes(AuditRow row) => AuditChanges.Of(row.SubjectKind, row.Before, row.After);

    private static async Task HasAsync(FormWorkbook form, params string[] texts)
    {
        using (form)
        {
            using var file = new MemoryStream();
            await form.SaveAsync(file);
            using var book = new ClosedXML.Excel.XLWorkbook(file);
            var sheet = book.Worksheets.Single();
            var cells = string.Join('\n', sheet.CellsUsed().Select(c => c.GetString()));
            Assert.All(texts, t => Assert.Contains(t, cells, StringComparison.Ordinal));
            Assert.Equal((ClosedXML.Excel.XLPaperSize.A4Paper, 1), (sheet.PageSetup.PaperSize, sheet.PageSetup.PagesWide));
        }
    }
}
