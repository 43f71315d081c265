using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DataBureau.Web.Excel;

namespace DataBureau.Tests.Excel;

public sealed class WorkbookRefusalTests
{
    private static readonly string OneRow = """<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>""";

    [Fact]
    public async Task Open_EmptyFile_Refused() => Assert.Equal("Empty", (await Workbooks.RefusalAsync([])).Code);

    [Fact]
    public async Task Open_EncryptedWorkbook_RefusedAsPasswordProtected()
    {
        var refusal = await Workbooks.RefusalAsync(Compound("Root Entry", "EncryptionInfo", "EncryptedPackage"));

        Assert.Equal("PasswordProtected", refusal.Code);
        Assert.Contains("密码", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WordDocumentNamedXls_RefusedAsWord()
    {
        var refusal = await Workbooks.RefusalAsync(Compound("Root Entry", "WordDocument"), "旧文档.xls");

        Assert.Equal("UnknownType", refusal.Code);
        Assert.Contains("Word", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_PasswordProtectedXls_Refused()
    {
        Assert.Equal("PasswordProtected", (await Workbooks.RefusalAsync(XlsWithFilePass(), "旧表.xls")).Code);
    }

    [Fact]
    public async Task Open_CsvNamedXlsx_RefusedNamingBoth()
    {
        var refusal = await Workbooks.RefusalAsync("名称,编码\n甲,1\n"u8.ToArray());

        Assert.Equal("WrongExtension", refusal.Code);
        Assert.Contains(".xlsx", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains(".csv", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_XlsxNamedXls_Refused() =>
        Assert.Equal("WrongExtension", (await Workbooks.RefusalAsync(Workbooks.Package(OneRow), "表.xls")).Code);

    [Theory]
    [InlineData("<html><table><tr><td>x</td></tr></table></html>", "网页")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "XML 表格")]
    [InlineData("%PDF-1.7", "PDF")]
    public async Task Open_OtherContentNamedXls_RefusedSayingWhatItIs(string content, string what)
    {
        var refusal = await Workbooks.RefusalAsync(Encoding.UTF8.GetBytes(content), "导出.xls");

        Assert.Equal("UnknownType", refusal.Code);
        Assert.Contains(what, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_TruncatedXlsx_RefusedAsCorrupt()
    {
        var content = Workbooks.Package(OneRow);

        Assert.Equal("Corrupt", (await Workbooks.RefusalAsync(content[..(content.Length / 2)])).Code);
    }

    [Fact]
    public async Task Open_PlainZip_Refused()
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("a.txt");

        Assert.Equal("UnknownType", (await Workbooks.RefusalAsync(output.ToArray())).Code);
    }

    [Fact]
    public async Task Open_TooManyParts_Refused()
    {
        var extra = Enumerable.Range(0, 30).ToDictionary(i => $"xl/media/{i}.png", _ => new byte[1], StringComparer.Ordinal);

        Assert.Equal("TooManyEntries", (await Workbooks.RefusalAsync(Workbooks.Package(OneRow, extra: extra), limits: new() { MaxArchiveEntries = 20 })).Code);
    }

    [Fact]
    public async Task Open_UnpacksBeyondTheLimit_Refused()
    {
        var noise = new byte[2 << 20];
        new Random(1).NextBytes(noise);
        var content = Workbooks.Package(OneRow, extra: new Dictionary<string, byte[]> { ["xl/media/a.png"] = noise });

        Assert.Equal("TooLarge", (await Workbooks.RefusalAsync(content, limits: new() { MaxUnpackedBytes = 1 << 20 })).Code);
    }

    [Fact]
    public async Task Open_DirectoryThatLiesAboutSizes_UnpacksNoMoreThanAnnounced()
    {
        var bomb = Encoding.UTF8.GetBytes("<sst>" + string.Concat(Enumerable.Repeat("<si><t>x</t></si>", 200_000)) + "</sst>");
        var content = Workbooks.Package(OneRow, extra: new Dictionary<string, byte[]> { ["xl/sharedStrings.xml"] = bomb });
        LieAboutSize(content, "xl/sharedStrings.xml", 1_000);

        Assert.Contains((await Workbooks.RefusalAsync(content)).Code, (string[])["Corrupt", "Bomb"]);
    }

    [Fact]
    public async Task Open_DocumentTypeDefinition_Refused()
    {
        var evil = "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><sst><si><t>&a;</t></si></sst>"u8.ToArray();

        var refusal = await Workbooks.RefusalAsync(Workbooks.Package(OneRow, extra: new Dictionary<string, byte[]> { ["xl/sharedStrings.xml"] = evil }));

        Assert.Equal("Corrupt", refusal.Code);
    }

    [Fact]
    public async Task Open_TooMuchSharedText_Refused()
    {
        var texts = Encoding.UTF8.GetBytes("<sst>" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<si><t>文字{i}</t></si>")) + "</sst>");
        var content = Workbooks.Package(OneRow, extra: new Dictionary<string, byte[]> { ["xl/sharedStrings.xml"] = texts });

        Assert.Equal("TooLarge", (await Workbooks.RefusalAsync(content, limits: new() { MaxSharedTextCharacters = 1_000 })).Code);
    }

    [Fact]
    public async Task Open_UploadBeyondTheLimit_RefusedWithoutReadingItAll()
    {
        await using var upload = new EndlessStream();

        var opening = await WorkbookReader.OpenAsync(upload, "大.csv", new() { MaxFileBytes = 1 << 20 });

        Assert.Equal("TooLarge", opening.Refusal?.Code);
        Assert.InRange(upload.Given, 1 << 20, 2 << 20);
    }

    [Fact]
    public async Task Open_NoKnownEncoding_Refused() =>
        Assert.Equal("UnknownEncoding", (await Workbooks.RefusalAsync([0x61, 0xFF, 0xFF, 0x0A], "乱.csv")).Code);

    /// <summary>An OLE file of a header, an allocation table and one directory sector with the given stream names.</summary>
    internal static byte[] Compound(params string[] names)
    {
        var file = new byte[512 * 4];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        file.AsSpan(76, 436).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(76), 0);
        file.AsSpan(512, 512).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + 4), 0xFFFFFFFE);
        for (var i = 0; i < names.Length; i++)
        {
            var entry = file.AsSpan(1024 + i * 128);
            var length = Encoding.Unicode.GetBytes(names[i], entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(length + 2));
        }
        return file;
    }

    /// <summary>A BIFF8 stream without compound file is also an .xls, but ours must be compound: header, FAT, directory, one stream.</summary>
    private static byte[] XlsWithFilePass()
    {
        var file = new byte[512 * 3 + 4096];
        Compound("Root Entry", "Workbook").AsSpan(0, 1536).CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(24), 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(28), 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(32), 6);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(56), 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(60), 0xFFFFFFFE);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(68), 0xFFFFFFFE);
        for (uint sector = 2; sector < 10; sector++)
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + (int)sector * 4), sector == 9 ? 0xFFFFFFFE : sector + 1);
        var root = file.AsSpan(1024);
        root[66] = 5;
        BinaryPrimitives.WriteUInt32LittleEndian(root[68..], 0xFFFFFFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(root[72..], 0xFFFFFFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(root[76..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(root[116..], 0xFFFFFFFE);
        var stream = file.AsSpan(1024 + 128);
        stream[66] = 2;
        for (var at = 68; at < 80; at += 4) BinaryPrimitives.WriteUInt32LittleEndian(stream[at..], 0xFFFFFFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(stream[116..], 2);
        BinaryPrimitives.WriteUInt32LittleEndian(stream[120..], 4096);
        // BOF of a BIFF8 workbook, then FILEPASS with XOR obfuscation, then EOF.
        ((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0x2F, 0x00, 0x06, 0x00, 0x00, 0x00, 0x34, 0x12, 0x78, 0x56, 0x0A, 0x00, 0x00, 0x00]).CopyTo(file.AsSpan(512 * 3));
        return file;
    }

    /// <summary>Overwrites the unpacked size in both the local header and the central directory.</summary>
    private static void LieAboutSize(byte[] zip, string name, uint size)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        for (var at = 0; at + 46 + bytes.Length < zip.Length; at++)
            if (zip.AsSpan(at).StartsWith("PK\u0001\u0002"u8) && zip.AsSpan(at + 46).StartsWith(bytes)) BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), size);
            else if (zip.AsSpan(at).StartsWith("PK\u0003\u0004"u8) && zip.AsSpan(at + 30).StartsWith(bytes)) BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 22), size);
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            Given += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
