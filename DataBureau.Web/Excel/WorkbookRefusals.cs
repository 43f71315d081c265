using System.Globalization;

namespace DataBureau.Web.Excel;

/// <summary>Every reason for which a workbook is refused.</summary>
public static class WorkbookRefusals
{
    private const string SaveAs = "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”后重新上传。";

    public static WorkbookRefusal UnknownType(string file, string what) =>
        new("UnknownType", $"文件《{file}》是{what}，不是可以导入的表格。请上传 .xlsx、.xls 或 .csv 文件。");

    public static WorkbookRefusal NeedsSaving(string file, string what) =>
        new("UnknownType", $"文件《{file}》实际是{what}，系统不能直接读取。{SaveAs}");

    public static WorkbookRefusal WrongExtension(string file, string extension, string what) =>
        new("WrongExtension", $"文件《{file}》的扩展名是 {extension}，内容却是{what}。{SaveAs}");

    public static WorkbookRefusal PasswordProtected(string file) =>
        new("PasswordProtected", $"文件《{file}》设置了打开密码，系统无法读取。请在 Excel 或 WPS 中取消密码、保存后重新上传。");

    public static WorkbookRefusal Protected(string file) =>
        new("PasswordProtected", $"文件《{file}》受工作簿保护（已加密），系统无法完整读取。请在 Excel 或 WPS 中撤销工作簿保护，另存为“Excel 工作簿（*.xlsx）”后重新上传。");

    public static WorkbookRefusal FileTooLarge(string file, long limit) =>
        new("TooLarge", $"文件《{file}》超过 {Megabytes(limit)} MB 的上限，没有读取。请把数据拆成几个文件分别上传。");

    public static WorkbookRefusal UnpacksTooLarge(string file, long limit) =>
        new("TooLarge", $"文件《{file}》解压后超过 {Megabytes(limit)} MB 的上限，没有读取。请删除多余的工作表、图片和空白格式，或拆成几个文件后重新上传。");

    public static WorkbookRefusal TooMuchText(string file) =>
        new("TooLarge", $"文件《{file}》的文字总量超出一次导入的上限，没有读取。请拆成几个文件后分别上传。");

    public static WorkbookRefusal TooManyEntries(string file, int count, int limit) =>
        new("TooManyEntries", Inv($"文件《{file}》内含 {count} 个部件，超过 {limit} 个的上限，没有读取。请删除其中的图片和多余的工作表后重新上传。"));

    public static WorkbookRefusal Bomb(string file) =>
        new("Bomb", $"文件《{file}》的压缩比异常（疑似压缩炸弹），为保护系统没有打开。请把有用的数据复制到一个新建的工作簿后重新上传。");

    public static WorkbookRefusal Empty(string file) =>
        new("Empty", $"文件《{file}》是空的，没有任何内容。请检查是否选错了文件。");

    public static WorkbookRefusal Corrupt(string file) =>
        new("Corrupt", $"文件《{file}》已损坏或不完整，无法读取。请用 Excel 或 WPS 打开确认内容，另存为新的 .xlsx 文件后重新上传。");

    public static WorkbookRefusal UnknownEncoding(string file) =>
        new("UnknownEncoding", $"无法识别文件《{file}》的文字编码（不是 UTF-8、UTF-16 或 GB18030）。{SaveAs}");

    public static WorkbookRefusal UnterminatedQuote(string file, long line) =>
        new("UnterminatedQuote", Inv($"文件《{file}》第 {line} 行的双引号没有配对，其后的内容无法分列。请补上或删除这个引号后重新上传。"));

    public static WorkbookRefusal TooManyColumns(string sheet, int row, string column, int limit) =>
        new("TooManyColumns", Inv($"工作表“{sheet}”第 {row} 行在 {column} 列有内容，超过 {limit} 列的上限。请删除多余的列后重新上传。"));

    public static WorkbookRefusal TooManyRows(string sheet, int limit) =>
        new("TooManyRows", Inv($"工作表“{sheet}”的数据超过 {limit} 行的上限。请拆成几个文件分别上传。"));

    private static string Megabytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture);

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
