using System.IO.Compression;
using System.Text;

namespace DataBureau.Web.Excel;

/// <summary>Tells from the content, never from the name, what a file is; then compares the two.</summary>
internal static class WorkbookInspector
{
    private const int HeadLength = 4096;

    private static readonly (byte[] Magic, string What)[] Foreign =
    [
        ("%PDF"u8.ToArray(), "PDF 文档"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG 图片"),
        ([0xFF, 0xD8, 0xFF], "JPEG 图片"),
        ("GIF8"u8.ToArray(), "GIF 图片"),
        ("Rar!"u8.ToArray(), "RAR 压缩包"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z 压缩包"),
        ([0x1F, 0x8B], "GZIP 压缩包"),
        ("{\\rtf"u8.ToArray(), "RTF 文档"),
        ("MZ"u8.ToArray(), "可执行程序"),
    ];

    public static async Task<(WorkbookFormat Format, WorkbookRefusal? Refusal)> InspectAsync(Stream stream, string file, WorkbookLimits limits, CancellationToken ct)
    {
        var head = new byte[HeadLength];
        stream.Position = 0;
        var length = await stream.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, ct);
        if (head.AsSpan().StartsWith("PK"u8) && await ZipGuard.CountEntriesAsync(stream, ct) is var count && count > limits.MaxArchiveEntries)
            return (WorkbookFormat.Xlsx, WorkbookRefusals.TooManyEntries(file, count, limits.MaxArchiveEntries));
        stream.Position = 0;
        var (format, refusal) = Recognise(stream, head.AsSpan(0, length), file);
        stream.Position = 0;
        return (format, refusal ?? CheckExtension(format, file));
    }

    private static (WorkbookFormat Format, WorkbookRefusal? Refusal) Recognise(Stream stream, ReadOnlySpan<byte> head, string file)
    {
        if (head.IsEmpty) return (default, WorkbookRefusals.Empty(file));
        if (head.StartsWith("PK"u8)) return (WorkbookFormat.Xlsx, RecogniseZip(stream, file));
        if (CompoundFile.IsCompound(head)) return (WorkbookFormat.Xls, RecogniseCompound(stream, file));
        foreach (var (magic, what) in Foreign)
            if (head.StartsWith(magic)) return (default, WorkbookRefusals.UnknownType(file, what));
        return (WorkbookFormat.Csv, RecogniseMarkup(head, file));
    }

    private static WorkbookRefusal? RecogniseZip(Stream stream, string file)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            bool Has(string name) => archive.GetEntry(name) is not null;
            if (Has("[Content_Types].xml") && Has("xl/workbook.xml")) return null;
            if (Has("xl/workbook.bin")) return WorkbookRefusals.NeedsSaving(file, "二进制工作簿（.xlsb）");
            if (Has("word/document.xml")) return WorkbookRefusals.UnknownType(file, "Word 文档");
            if (Has("ppt/presentation.xml")) return WorkbookRefusals.UnknownType(file, "演示文稿");
            if (Has("content.xml") && Has("mimetype")) return WorkbookRefusals.NeedsSaving(file, "OpenDocument 文件");
            return WorkbookRefusals.UnknownType(file, "压缩包（ZIP）");
        }
        catch (InvalidDataException)
        {
            return WorkbookRefusals.Corrupt(file);
        }
    }

    private static WorkbookRefusal? RecogniseCompound(Stream stream, string file)
    {
        var names = CompoundFile.ReadNames(stream);
        if (names.Contains("EncryptedPackage")) return WorkbookRefusals.PasswordProtected(file);
        if (names.Contains("Workbook") || names.Contains("Book")) return null;
        if (names.Count == 0) return WorkbookRefusals.Corrupt(file);
        return WorkbookRefusals.UnknownType(file, names.Contains("WordDocument") ? "Word 文档" : "旧版 Office 文件，但不是 Excel 工作簿");
    }

    /// <summary>Many systems "export to Excel" by giving a web page or an XML file the name .xls.</summary>
    private static WorkbookRefusal? RecogniseMarkup(ReadOnlySpan<byte> head, string file)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        bool Starts(string value) => text.StartsWith(value, StringComparison.OrdinalIgnoreCase);
        if (text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)) return WorkbookRefusals.NeedsSaving(file, "XML 表格（Excel 2003）");
        if (Starts("<!DOCTYPE html") || Starts("<html") || Starts("<table") || Starts("<head") || Starts("<meta")) return WorkbookRefusals.NeedsSaving(file, "网页（HTML）表格");
        if (Starts("MIME-Version:")) return WorkbookRefusals.NeedsSaving(file, "网页归档（MHT）");
        return Starts("<?xml") ? WorkbookRefusals.UnknownType(file, "XML 文件") : null;
    }

    private static WorkbookRefusal? CheckExtension(WorkbookFormat format, string file)
    {
        var extension = Path.GetExtension(file).ToLowerInvariant();
        var (expected, what) = format switch
        {
            WorkbookFormat.Xlsx => (".xlsx", "新版 Excel 工作簿（.xlsx）"),
            WorkbookFormat.Xls => (".xls", "旧版 Excel 工作簿（.xls）"),
            WorkbookFormat.Csv => (".csv", "文本（可能是 .csv）"),
        };
        return extension == expected ? null : WorkbookRefusals.WrongExtension(file, extension.Length == 0 ? "（无）" : extension, what);
    }
}
