using ClosedXML.Excel;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.DigitalBases;
using DataBureau.Tests.Features.ImplementationPlans;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Plans;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>The papers of an appointment, opened as whoever prints them opens them.</summary>
[Trait("Category", "Service")]
public sealed class OfficerFormTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly OfficerKit _kit = new(bureau);

    [Fact]
    public async Task FilingForm_OfAFiledAppointment_IsOnePageWideAndMasksThePhone()
    {
        var view = await _kit.AtAsync(OfficerState.Filed);

        var (texts, sheet) = await OpenAsync(OfficerWorkbook.Form(view, []));

        Assert.Contains("首席数据官备案表", texts);
        Assert.Contains(texts, t => t.Contains(view.FilingNumber!, StringComparison.Ordinal));
        Assert.Contains(view.Content.PersonName, texts);
        Assert.DoesNotContain(texts, t => System.Text.RegularExpressions.Regex.IsMatch(t, @"1\d{10}"));
        Assert.Equal((XLPaperSize.A4Paper, 1), (sheet.PageSetup.PaperSize, sheet.PageSetup.PagesWide));
        Assert.Contains(texts, t => t.Contains("单位负责人", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SupplementNotice_ListsEveryItemAndWhoAsked()
    {
        var view = await _kit.AtAsync(OfficerState.PendingFiling);
        view = await _kit.DoAsync(view, OfficerAction.RequestSupplement, null, new FieldRemark(OfficerFields.DocumentSlot, "任命文件缺少印章"), new FieldRemark(nameof(OfficerContent.Office), "职务请写全称"));

        var (texts, _) = await OpenAsync(OfficerWorkbook.Notice(view, view.Rounds[^1]));

        Assert.Contains("任职备案补正通知", texts);
        Assert.Contains("任命文件缺少印章", texts);
        Assert.Contains("职务请写全称", texts);
        Assert.Contains(texts, t => t.Contains("一次性告知", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_RemarkGiven_IsPrintedAlone()
    {
        var view = await _kit.AtAsync(OfficerState.Accepted);
        view = await _kit.DoAsync(view, OfficerAction.Record, "予以备案，请抓好落实。");

        var (texts, _) = await OpenAsync(OfficerWorkbook.Form(view, []));

        Assert.Contains("予以备案，请抓好落实。", texts);
        Assert.Contains(texts, t => t == "任命。");
    }

    [Fact]
    public async Task Forms_Minimal_FitOnePage()
    {
        var plan = await new PlanKit(bureau).PlanAsync(DataBureau.Domain.Plans.PlanState.Filed);
        var scheme = await new ImplementationPlanKit(bureau).PlanAsync(DataBureau.Domain.ImplementationPlans.ImplementationPlanState.Filed);
        var platform = await new DigitalBaseKit(bureau).BaseAsync(DataBureau.Domain.DigitalBases.DigitalBaseState.Consented);

        foreach (var form in new[] { OfficerWorkbook.Form(await _kit.AtAsync(OfficerState.Filed), []), PlanWorkbook.Form(plan, []), ImplementationPlanWorkbook.Form(scheme, []), DigitalBaseWorkbook.Form(platform, []) })
        {
            var (texts, sheet) = await OpenAsync(form);
            var height = sheet.RowsUsed(XLCellsUsedOptions.All).Sum(r => r.Height);
            // An upright A4 page less the margins; a form a little longer is printed a little smaller, never so that it cannot be read.
            Assert.True(height <= 714 || (sheet.PageSetup.PagesTall == 1 && height <= 714 * 1.12), $"{texts[0]}: {height}");
        }
    }

    private static async Task<(IReadOnlyList<string> Texts, IXLWorksheet Sheet)> OpenAsync(FormWorkbook form)
    {
        using (form)
        {
            var output = new MemoryStream();
            await form.SaveAsync(output);
            output.Position = 0;
            var book = new XLWorkbook(output);
            return ([.. book.Worksheets.First().CellsUsed().Select(c => c.GetString())], book.Worksheets.First());
        }
    }
}
