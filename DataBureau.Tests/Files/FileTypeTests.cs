using System.Buffers.Binary;
using System.Text;
using DataBureau.Tests.Excel;
using DataBureau.Web.Files;

namespace DataBureau.Tests.Files;

/// <summary>What a file is, is told by its content; its name has to agree.</summary>
public sealed class FileTypeTests
{
    public static TheoryData<string, byte[], ContentKind> Honest => new()
    {
        { "规划.pdf", SampleFiles.Pdf(), ContentKind.Pdf },
        { "规划.PDF", SampleFiles.Pdf(), ContentKind.Pdf },
        { "公文.ofd", SampleFiles.Ofd, ContentKind.Ofd },
        { "说明.docx", SampleFiles.Docx, ContentKind.Docx },
        { "说明.doc", SampleFiles.Doc, ContentKind.Doc },
        { "说明.wps", SampleFiles.Doc, ContentKind.Wps },
        { "说明.wps", SampleFiles.Docx, ContentKind.Wps },
        { "清单.xlsx", SampleFiles.Xlsx, ContentKind.Xlsx },
        { "清单.xls", SampleFiles.Xls, ContentKind.Xls },
        { "清单.xls", WorkbookRefusalTests.Compound("Root Entry", "Book"), ContentKind.Xls },
        { "清单.et", SampleFiles.Xls, ContentKind.Et },
        { "清单.et", SampleFiles.Xlsx, ContentKind.Et },
        { "扫描件.jpg", SampleFiles.Jpg, ContentKind.Jpg },
        { "扫描件.jpeg", SampleFiles.Jpg, ContentKind.Jpg },
        { "盖章页.png", SampleFiles.Png, ContentKind.Png },
        { "网上保存.docx", SampleFiles.Zip("[Content_Types].xml", "word/document2.xml"), ContentKind.Docx },
    };

    public static TheoryData<string, byte[], string, string> Refused => new()
    {
        { "合同.pdf", SampleFiles.Exe, "可执行程序", "可以上传 PDF" },
        { "程序.pdf", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], "可执行程序", "可以上传" },
        { "照片.jpg", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), "网页", "另存为" },
        { "照片.png", "\uFEFF  <HTML><body>"u8.ToArray(), "网页", "另存为" },
        { "图形.png", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), "SVG 图形", "PNG 或 PDF" },
        { "附件.docx", SampleFiles.Zip("说明.txt"), "压缩包（ZIP）", "解压" },
        { "附件.zip", SampleFiles.Zip("说明.txt"), "压缩包（ZIP）", "解压" },
        { "空.docx", SampleFiles.Zip(), "压缩包（ZIP）", "解压" },
        { "半个.docx", SampleFiles.Docx[..^30], "没有传完整", "重新保存" },
        { "宏.docx", SampleFiles.Docm, "带有宏", "不带宏的 .docx" },
        { "宏.xlsx", SampleFiles.Xlsm, "带有宏", "不带宏的 .xlsx" },
        { "宏.xls", WorkbookRefusalTests.Compound("Root Entry", "Workbook", "_VBA_PROJECT"), "带有宏", "不带宏的 .xlsx" },
        { "加密.docx", WorkbookRefusalTests.Compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "打开密码", "取消打开密码" },
        { "二进制.xlsx", SampleFiles.Zip("[Content_Types].xml", "xl/workbook.bin"), ".xlsb", "另存为" },
        { "汇报.pptx", SampleFiles.Zip("[Content_Types].xml", "ppt/presentation.xml"), "演示文稿", "PDF" },
        { "开放.odt", SampleFiles.Zip("mimetype", "content.xml"), "OpenDocument", "另存为" },
        { "旧稿.doc", @"{\rtf1 x}"u8.ToArray(), "RTF 文档", "另存为" },
        { "邮件.doc", "MIME-Version: 1.0"u8.ToArray(), "网页归档", "另存为" },
        { "压缩.pdf", "Rar!\x1A\x07"u8.ToArray(), "RAR 压缩包", "可以上传" },
        { "说明.txt", Encoding.UTF8.GetBytes("说明"), "文本", "可以上传" },
        { "未知.pdf", [1, 0, 2], "无法识别", "可以上传" },
        { "坏.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "损坏", "可以上传" },
        // A program with an archive at its end is a program.
        { "自解压.docx", [.. SampleFiles.Exe, .. SampleFiles.Docx], "可执行程序", "可以上传" },
        // Accepted contents under another name.
        { "改名.pdf", SampleFiles.Docx, "Word 文档", "改为 .docx" },
        { "改名.docx", SampleFiles.Xlsx, "Excel 工作簿", "改为 .xlsx" },
        { "改名.wps", SampleFiles.Xls, "旧版 Excel 工作簿", "改为 .xls" },
        { "改名.docx", SampleFiles.Doc, "旧版 Word 文档", "改为 .doc" },
        { "改名.png", SampleFiles.Jpg, "JPG 图片", "改为 .jpg" },
        { "程序.exe", SampleFiles.Pdf(), "PDF 文档", "改为 .pdf" },
        { "没有扩展名", SampleFiles.Pdf(), "PDF 文档", "没有扩展名" },
    };

    [Theory]
    [MemberData(nameof(Honest))]
    public async Task Of_ContentAsItsNameSays_Accepted(string name, byte[] content, ContentKind kind)
    {
        var (type, refusal) = await CheckAsync(name, content);

        Assert.Null(refusal);
        Assert.Equal(kind, type!.Kind);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Of_ContentThatLies_RefusedNamingItAndTheRemedy(string name, byte[] content, string what, string remedy)
    {
        var (type, refusal) = await CheckAsync(name, content);

        Assert.Null(type);
        Assert.StartsWith($"「{name}」的内容是", refusal!.Sentence, StringComparison.Ordinal);
        Assert.Contains(what, refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains(remedy, refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("没有上传", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recognise_ArchiveOfVeryManyEntries_IsNotOpened()
    {
        // Only the signatures are there: opening it would fail, so the answer shows that it was not tried.
        var content = new byte[30_000 * 4];
        for (var i = 0; i < content.Length; i += 4)
            "PK\u0001\u0002"u8.CopyTo(content.AsSpan(i));

        Assert.Contains("条目过多", (await CheckAsync("炸弹.docx", content)).Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recognise_LargeOldDocument_FindsNamesBeyondTheHeadersTable()
    {
        Assert.Equal(ContentKind.Doc, (await CheckAsync("大文档.doc", LargeCompound())).Type!.Kind);
    }

    [Fact]
    public void All_EveryKind_HasOneTypeAndEveryExtensionIsOffered()
    {
        Assert.Equal(Enum.GetValues<ContentKind>(), FileType.All.Select(t => t.Kind));
        Assert.All(FileType.All, t => Assert.NotEmpty(t.Name));
        Assert.Contains(".ofd", FileType.Accept, StringComparison.Ordinal);
    }

    private static async Task<(FileType? Type, DataBureau.Domain.Workflow.Refusal? Refusal)> CheckAsync(string name, byte[] content) =>
        FileType.Of(name, await ContentSniffer.RecogniseAsync(new MemoryStream(content), default));

    /// <summary>Its directory lies behind more than 109 sectors of the allocation table, so the link to the second part is found through the chain of blocks only.</summary>
    private static byte[] LargeCompound()
    {
        const int Sector = 512, Directory = 110 * 128, Table = 2, Block = 1;
        var file = new byte[(Directory + 4) * Sector];
        WorkbookRefusalTests.Compound("Root Entry", "Data", "1Table", "其他").AsSpan(0, Sector).CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), Directory);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(68), Block);
        file.AsSpan((Block + 1) * Sector, Sector).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan((Block + 1) * Sector + 4), Table);
        file.AsSpan((Table + 1) * Sector, Sector).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan((Table + 1) * Sector), Directory + 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan((Table + 1) * Sector + 4), 0xFFFFFFFE);
        foreach (var (sector, name) in new[] { (Directory, "Root Entry"), (Directory + 1, "WordDocument") })
        {
            var entry = file.AsSpan((sector + 1) * Sector);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(Encoding.Unicode.GetBytes(name, entry) + 2));
        }

        return file;
    }
}
