using System.IO.Compression;
using System.Text;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Files;

/// <summary>What a content turned out to be.</summary>
/// <param name="Shape">Null when it is nothing that is accepted.</param>
/// <param name="What">In words, for the sentence that refuses it.</param>
/// <param name="Remedy">What to do about it, where there is more to say than which types are accepted.</param>
internal sealed record Recognised(ContentShape? Shape, string What, string? Remedy = null);

/// <summary>Tells what a file is from its content. Of an archive only the directory is read: nothing is ever unpacked.</summary>
internal static class ContentSniffer
{
    private const int HeadLength = 1024;

    /// <summary>An OFD has several parts per page. More than this is no document, and each entry costs memory.</summary>
    private const int MaxArchiveEntries = 20_000;

    private const string SaveAs = "请用 Word、Excel 或 WPS 打开后另存为 .docx 或 .xlsx 再上传。";

    private static readonly (byte[] Magic, string What)[] Foreign =
    [
        ("MZ"u8.ToArray(), "可执行程序"),
        ([0x7F, 0x45, 0x4C, 0x46], "可执行程序"),
        ([0xCF, 0xFA, 0xED, 0xFE], "可执行程序"),
        ([0xCA, 0xFE, 0xBA, 0xBE], "可执行程序"),
        ("#!"u8.ToArray(), "脚本程序"),
        ("Rar!"u8.ToArray(), "RAR 压缩包"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z 压缩包"),
        ([0x1F, 0x8B], "GZIP 压缩包"),
        ("GIF8"u8.ToArray(), "GIF 图片"),
        ("BM"u8.ToArray(), "BMP 图片"),
        ([0x49, 0x49, 0x2A, 0x00], "TIFF 图片"),
        ([0x4D, 0x4D, 0x00, 0x2A], "TIFF 图片"),
    ];

    public static async Task<Recognised> RecogniseAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        content.Position = 0;
        var length = await content.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken);
        if (head.AsSpan().StartsWith("PK"u8))
            return await ZipGuard.CountEntriesAsync(content, cancellationToken) > MaxArchiveEntries ? new(null, "条目过多的压缩包") : OfArchive(content);
        return CompoundFile.IsCompound(head) ? OfCompound(CompoundFile.ReadNames(content)) : OfHead(head.AsSpan(0, length));
    }

    private static Recognised OfHead(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8))
            return new(ContentShape.Pdf, "PDF 文档");
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return new(ContentShape.Jpeg, "JPG 图片");
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return new(ContentShape.Png, "PNG 图片");
        if (head.StartsWith("{\\rtf"u8))
            return new(null, "RTF 文档", SaveAs);
        foreach (var (magic, what) in Foreign)
            if (head.StartsWith(magic))
                return new(null, what);
        return OfText(head);
    }

    /// <summary>Web pages and drawings can carry scripts, and many systems give them an Office name.</summary>
    private static Recognised OfText(ReadOnlySpan<byte> head)
    {
        if (head.Contains((byte)0))
            return new(null, "无法识别的内容");
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        bool Has(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (Has("<svg"))
            return new(null, "SVG 图形", "请另存为 PNG 或 PDF 再上传。");
        if (Has("<!DOCTYPE html") || Has("<html") || Has("<script") || Has("<table") || Has("<body"))
            return new(null, "网页", SaveAs);
        return text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) ? new(null, "网页归档", SaveAs)
            : text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? new(null, "XML 文件", SaveAs)
            : new(null, "文本或无法识别的内容");
    }

    private static Recognised OfArchive(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return OfEntries(archive.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return new(null, "损坏或没有传完整的压缩格式文件", "请用原来的软件打开，确认内容完整后重新保存再上传。");
        }
    }

    private static Recognised OfEntries(HashSet<string> names)
    {
        bool Part(string start) => names.Any(n => n.StartsWith(start, StringComparison.OrdinalIgnoreCase) && n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
        if (names.Contains("OFD.xml"))
            return new(ContentShape.Ofd, "OFD 版式文件");
        var (word, sheet) = (Part("word/document"), Part("xl/workbook"));
        if (names.Contains("[Content_Types].xml") && (word || sheet))
            return names.Any(n => Path.GetFileName(n).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase))
                ? WithMacros(word ? "Word 文档" : "Excel 工作簿", word ? ".docx" : ".xlsx")
                : word ? new(ContentShape.WordPackage, "Word 文档") : new(ContentShape.SheetPackage, "Excel 工作簿");
        if (names.Contains("xl/workbook.bin"))
            return new(null, "二进制工作簿（.xlsb）", SaveAs);
        if (Part("ppt/presentation"))
            return new(null, "演示文稿", "请另存为 PDF 再上传。");
        return names.Contains("content.xml") && names.Contains("mimetype") ? new(null, "OpenDocument 文件", SaveAs) : new(null, "压缩包（ZIP）", "请解压后把其中的文件分别上传。");
    }

    private static Recognised OfCompound(IReadOnlySet<string> names)
    {
        if (names.Contains("EncryptedPackage"))
            return new(null, "设了打开密码的 Office 文件", "请取消打开密码后再上传。");
        var (word, sheet) = (names.Contains("WordDocument"), names.Contains("Workbook") || names.Contains("Book"));
        if ((word || sheet) && names.Contains("_VBA_PROJECT"))
            return WithMacros(word ? "旧版 Word 文档" : "旧版 Excel 工作簿", word ? ".docx" : ".xlsx");
        return word ? new(ContentShape.WordCompound, "旧版 Word 文档")
            : sheet ? new(ContentShape.SheetCompound, "旧版 Excel 工作簿")
            : names.Contains("PowerPoint Document") ? new(null, "演示文稿", "请另存为 PDF 再上传。")
            : new(null, names.Count == 0 ? "损坏或没有传完整的 Office 文件" : "不是文字也不是表格的 Office 文件");
    }

    private static Recognised WithMacros(string what, string extension) => new(null, $"带有宏的{what}", $"宏可能携带病毒。请另存为不带宏的 {extension} 再上传。");
}
