using System.IO.Compression;
using System.Text;
using DataBureau.Tests.Excel;

namespace DataBureau.Tests.Files;

/// <summary>Small files of every kind, by their content.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf(string text = "规划文本") => Encoding.UTF8.GetBytes($"""
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
        trailer<</Root 1 0 R>>
        % {text}
        %%EOF
        """);

    /// <summary>One white pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    public static byte[] Jpg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    public static byte[] Ofd { get; } = Zip("OFD.xml", "Doc_0/Document.xml");

    public static byte[] Docx { get; } = Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");

    public static byte[] Docm { get; } = Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");

    public static byte[] Xlsx { get; } = Zip("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");

    public static byte[] Xlsm { get; } = Zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin");

    public static byte[] Doc { get; } = WorkbookRefusalTests.Compound("Root Entry", "1Table", "WordDocument");

    public static byte[] Xls { get; } = WorkbookRefusalTests.Compound("Root Entry", "Workbook");

    public static byte[] Exe { get; } = [.. "MZ"u8, .. new byte[300]];

    public static byte[] Zip(params string[] names)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("<x/>"u8);
            }

        return output.ToArray();
    }
}
