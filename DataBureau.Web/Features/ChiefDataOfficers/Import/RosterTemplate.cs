using ClosedXML.Excel;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>The roster to fill in: drop-downs for posts and ranks, text columns, instructions, a hidden fingerprint.</summary>
internal static class RosterTemplate
{
    private const int RowsWithDropDowns = 5000;

    private static readonly string[] Lines =
    [
        "1. 每行一次任职，从第 2 行开始填写；表头不要改动，可以隐藏或调整列的顺序。",
        "2. 单位名称和统一社会信用代码至少填一项；两项都填时须是同一个单位。",
        "3. 导入时选择整份文件的内容：「提名人选」导入后由各单位任命、报备；「已备案的任职」须填任命文号、发文日期、任职日期和原备案号，导入后即为在任。",
        "4. 任期已经届满的已备案任职会作为岗位的历任记录导入。同一岗位的任期不能重叠；副职可以有多人。",
        "5. 空单元格不会改动系统中已有的内容；再次导入同一个文件不会产生重复。",
        "6. 代码、电话、日期等列已设为文本格式，日期写成 2024-03-01 的样子。",
    ];

    public static async Task WriteAsync(Stream output, Organisation organisation, CancellationToken cancellationToken)
    {
        using var workbook = new XLWorkbook();
        var (sheet, lists) = (workbook.AddWorksheet("名册"), workbook.AddWorksheet("字典"));
        foreach (var field in Enum.GetValues<RosterField>())
            Column(sheet, lists, (int)field + 1, field);
        sheet.SheetView.FreezeRows(1);
        var notes = workbook.AddWorksheet("填写说明");
        for (var i = 0; i < Lines.Length; i++)
            notes.Cell(i + 1, 1).SetValue(Lines[i]);
        notes.Column(1).Width = 110;
        TemplateMark.Put(workbook, TemplateMark.Officers, organisation.Code, organisation.RegionCode);
        lists.Hide();
        await using var buffer = new MemoryStream();
        workbook.SaveAs(buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(output, cancellationToken);
    }

    private static void Column(IXLWorksheet sheet, IXLWorksheet lists, int number, RosterField field)
    {
        var required = field is RosterField.UnitName or RosterField.Post or RosterField.PersonName;
        var header = sheet.Cell(1, number);
        header.SetValue(field.ChineseName() + (required ? "（必填）" : string.Empty));
        header.Style.Font.SetBold().Fill.SetBackgroundColor(XLColor.FromHtml(required ? "#dbe8f8" : "#eef1f5"));
        sheet.Column(number).Width = field is RosterField.UnitName or RosterField.OtherPosts ? 32 : 18;
        sheet.Column(number).Style.NumberFormat.Format = "@";
        var choices = Choices(field);
        if (choices.Count == 0)
            return;
        for (var i = 0; i < choices.Count; i++)
            lists.Cell(i + 1, number).SetValue(choices[i]);
        var validation = sheet.Range(2, number, RowsWithDropDowns + 1, number).SetDataValidation();
        validation.List(lists.Range(1, number, choices.Count, number), true);
        validation.ErrorTitle = field.ChineseName();
        validation.ErrorMessage = "请从下拉列表中选择。";
    }

    private static IReadOnlyList<string> Choices(RosterField field) => field switch
    {
        RosterField.Post => [.. Enum.GetValues<DataPost>().Select(v => v.ChineseName())],
        RosterField.Rank => [.. Enum.GetValues<PersonRank>().Select(v => v.ChineseName())],
        RosterField.Acting => ["是", "否"],
        _ => [],
    };
}
