using ClosedXML.Excel;
using DataBureau.Domain.Policy;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Imports;

/// <summary>
/// The hidden sheet by which our own workbooks are known again: what it is, for whom and for which jurisdiction it was made. A
/// template of another jurisdiction offers other words in its drop-downs, so that its rows would be refused one by one.
/// </summary>
internal static class TemplateMark
{
    public const string SheetName = "_DataBureau";
    public const string Catalogue = "catalogue-template";
    public const int Version = 1;
    public const string Officers = "officer-template";

    /// <summary>Why a workbook of ours is not one for this import; null when it is, or is no workbook of ours.</summary>
    /// <param name="workbook">What was uploaded.</param>
    /// <param name="kind">Of the template that the import gives out.</param>
    /// <param name="name">目录.</param>
    /// <param name="policy">Of the jurisdiction imported into, where the words of the template depend on it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ImportRefusal? Check(WorkbookReader workbook, string kind, string name, JurisdictionPolicy? policy, CancellationToken cancellationToken)
    {
        if (workbook.Sheets.FirstOrDefault(s => s.Name == SheetName) is not { } sheet)
            return null;
        var mark = sheet.ReadRows(cancellationToken).FirstOrDefault();
        var (found, region) = mark.Cells is null ? (string.Empty, string.Empty) : (mark.Column(1).Text, mark.Column(4).Text);
        if (found != kind)
            return new ImportRefusal("WrongWorkbook", $"「{workbook.FileName}」是本系统的另一种工作簿，不是{name}导入模板。请在「导入{name}」页面下载模板。");
        return policy is null || region == policy.Region ? null
            : new ImportRefusal("WrongJurisdiction", $"「{workbook.FileName}」是其他辖区的{name}导入模板，下拉选项的用词与{policy.Name}不同。请在「导入{name}」页面重新下载模板，把内容粘贴过去后再导入。");
    }

    /// <summary>Marks a workbook as one of ours.</summary>
    public static void Put(IXLWorkbook workbook, string kind, string organisationCode, string region)
    {
        var mark = workbook.AddWorksheet(SheetName);
        mark.Cell(1, 1).SetValue(kind);
        mark.Cell(1, 2).SetValue(Version);
        mark.Cell(1, 3).SetValue(organisationCode);
        mark.Cell(1, 4).SetValue(region).SetDataType(XLDataType.Text);
        mark.Hide();
    }
}
