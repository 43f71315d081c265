using System.Text;
using DataBureau.Web.Excel;
using ExcelDataReader;

namespace DataBureau.Benchmarks.Import;

/// <summary>The real listing, and readers that do nothing but read.</summary>
internal static class Listing
{
    public static string? Csv => SharedData.Find("listings", "portal-listings-2023.csv");

    /// <summary>The same rows as an .xlsx in the temp folder; the caller deletes it.</summary>
    public static async Task<string> WriteXlsxAsync(string csv)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");
        var opening = await WorkbookReader.OpenAsync(csv, "listing.csv");
        await using var reader = opening.Reader!;
        var rows = reader.Sheets[0].ReadRows().ToList();
        var columns = rows[0].Cells.Select((cell, i) => XlsxColumn<WorkbookRow>.Text(cell.Text, 20, row => row.Column(i + 1).Text)).ToList();
        await using var file = File.Create(path);
        await XlsxTableWriter.WriteAsync(file, new XlsxTable<WorkbookRow>("目录", columns), rows.Skip(1).ToAsyncEnumerable());
        return path;
    }

    /// <summary>ExcelDataReader alone: every cell is fetched and forgotten.</summary>
    public static long ReadWithExcelDataReader(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(path);
        using var reader = path.EndsWith(".csv", StringComparison.Ordinal) ? ExcelReaderFactory.CreateCsvReader(file) : ExcelReaderFactory.CreateReader(file);
        long characters = 0;
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++)
                characters += (reader.GetValue(column) as string)?.Length ?? 0;
        return characters;
    }

    /// <summary>Our reader alone.</summary>
    public static async Task<long> ReadWithOursAsync(string path)
    {
        var opening = await WorkbookReader.OpenAsync(path, Path.GetFileName(path));
        await using var reader = opening.Reader!;
        return reader.Sheets[0].ReadRows().Sum(row => row.Cells.Sum(cell => (long)cell.Text.Length));
    }
}
