using DataBureau.Domain.Policy;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>
/// The hidden sheet by which our own workbooks are known again: what it is, for whom and for which jurisdiction it was made. A
/// template of another jurisdiction offers other words in its drop-downs, so that its rows would be refused one by one.
/// </summary>
internal static class TemplateMark
{
    public const string SheetName = "_DataBureau";
    public const string Catalogue = "catalogue-template";
    public const int Version = 1;

    /// <summary>Why a workbook of ours is not one for this import; null when it is, or is no workbook of ours.</summary>
    public static ImportRefusal? Check(WorkbookReader workbook, JurisdictionPolicy policy, CancellationToken cancellationToken)
    {
        if (workbook.Sheets.FirstOrDefault(s => s.Name == SheetName) is not { } sheet)
            return null;
        var mark = sheet.ReadRows(cancellationToken).FirstOrDefault();
        var (kind, region) = mark.Cells is null ? (string.Empty, string.Empty) : (mark.Column(1).Text, mark.Column(4).Text);
        if (kind != Catalogue)
            return new ImportRefusal("WrongWorkbook", $"「{workbook.FileName}」是本系统的另一种工作簿，不是目录导入模板。请在「导入目录」页面下载模板。");
        return region == policy.Region ? null
            : new ImportRefusal("WrongJurisdiction", $"「{workbook.FileName}」是其他辖区的目录导入模板，下拉选项的用词与{policy.Name}不同。请在「导入目录」页面重新下载模板，把内容粘贴过去后再导入。");
    }
}
