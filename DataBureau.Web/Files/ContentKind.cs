using DataBureau.Domain;

namespace DataBureau.Web.Files;

/// <summary>What an attachment is, told from its content and checked against its name.</summary>
public enum ContentKind
{
    [ChineseName("PDF 文档")] Pdf,
    [ChineseName("OFD 版式文件")] Ofd,
    [ChineseName("Word 文档")] Docx,
    [ChineseName("旧版 Word 文档")] Doc,
    [ChineseName("WPS 文字")] Wps,
    [ChineseName("Excel 工作簿")] Xlsx,
    [ChineseName("旧版 Excel 工作簿")] Xls,
    [ChineseName("WPS 表格")] Et,
    [ChineseName("JPG 图片")] Jpg,
    [ChineseName("PNG 图片")] Png,
}

/// <summary>What bytes alone can tell: a .doc and a .wps may hold the same.</summary>
internal enum ContentShape
{
    Pdf,
    Ofd,
    WordPackage,
    SheetPackage,
    WordCompound,
    SheetCompound,
    Jpeg,
    Png,
}
