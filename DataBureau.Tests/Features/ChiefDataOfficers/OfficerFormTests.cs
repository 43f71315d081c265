using ClosedXML.Excel;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.ChiefDataOfficers;

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
