using System.IO.Compression;
using ClosedXML.Excel;
using DataBureau.Web.Excel;

namespace DataBureau.Benchmarks.Export;

/// <summary>A list of 100,000 rows × 20 Chinese texts, from memory to nowhere: our writer, ClosedXML, and deflate of the same bytes.</summary>
internal sealed class ExportBenchmark : IBenchmark
{
    private const int Chunk = 48 * 1024;

    public string Name => "export";

    public string Summary => "the xlsx writer against ClosedXML and against bare deflate; memory";

    public async Task RunAsync(Workbench bench, Report report)
    {
        var child = await Child.AskAsync("export", null);
        var rows = SampleRows.Make();
        var xml = await UnpackedAsync(rows);
        foreach (var level in (CompressionLevel[])[CompressionLevel.Optimal, CompressionLevel.Fastest])
            await CompareAsync(report, rows, xml, level);

        var table = Table(CompressionLevel.Optimal);
        var first = new List<double>();
        var ours = await Measure.AlternateAsync(3, () => WriteAsync(rows, table, first));
        var closedXml = await Measure.MillisecondsAsync(() => Task.Run(() => WriteClosedXml(rows)));
        var after = await Measure.AlternateAsync(2, () => WriteAsync(rows, table, first));
        report.AtLeast("ClosedXML, the same rows", closedXml / Measure.Percentile([ours[0], after[0]], 0.5), "times", 15, $"{closedXml / 1000:0.0} s");
        report.AtMost("first byte", Measure.Percentile(first, 0.5), "ms", 50);
        report.AtMost("first byte, cold process", child["cold"], "ms", 50);
        report.AtMost("peak working set above idle", child["peak"], "MB", 48);
        report.Figure("allocated per export", child["allocated"], "MB");
    }

    public static XlsxTable<string[]> Table(CompressionLevel level) => new("数据目录", SampleRows.Columns) { Compression = level };

    public static async Task<CountingStream> WriteAsync(string[][] rows, XlsxTable<string[]> table, List<double>? firstBytes = null)
    {
        var output = new CountingStream();
        await XlsxTableWriter.WriteAsync(output, table, SampleRows.Stream(rows));
        firstBytes?.Add(output.FirstByteMilliseconds);
        return output;
    }

    private static async Task CompareAsync(Report report, string[][] rows, byte[] xml, CompressionLevel level)
    {
        var table = Table(level);
        var size = (await WriteAsync(rows, table)).Bytes / 1e6;
        var times = await Measure.AlternateAsync(7, () => WriteAsync(rows, table), () => Task.Run(() => Deflate(xml, level)));
        report.Figure($"total, {level}", times[0] / 1000, "s", $"{SampleRows.Rows} rows, {xml.Length / 1e6:0} MB of XML, {size:0.0} MB on the wire");
        var (name, ratio, bare) = ($"ratio to deflate of the same bytes, {level}", times[0] / times[1], $"deflate {times[1] / 1000:0.00} s");
        if (level == new XlsxTable<string[]>("", []).Compression)
            report.AtMost(name, ratio, "times", 1.5, bare);
        else
            report.Figure(name, ratio, "times", bare + "; not what the program uses");
    }

    private static async Task<byte[]> UnpackedAsync(string[][] rows)
    {
        using var file = new MemoryStream();
        await XlsxTableWriter.WriteAsync(file, Table(CompressionLevel.Fastest), SampleRows.Stream(rows));
        file.Position = 0;
        using var archive = new ZipArchive(file);
        await using var sheet = await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        using var xml = new MemoryStream();
        await sheet.CopyToAsync(xml);
        return xml.ToArray();
    }

    private static void Deflate(byte[] bytes, CompressionLevel level)
    {
        using var deflate = new DeflateStream(new CountingStream(allowSynchronous: true), level);
        for (var at = 0; at < bytes.Length; at += Chunk)
            deflate.Write(bytes, at, Math.Min(Chunk, bytes.Length - at));
    }

    private static void WriteClosedXml(string[][] rows)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("数据目录");
        for (var column = 0; column < SampleRows.Columns.Count; column++)
            sheet.Cell(1, column + 1).SetValue(SampleRows.Columns[column].Title);
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < rows[row].Length; column++)
                sheet.Cell(row + 2, column + 1).SetValue(rows[row][column]);
        using var file = new MemoryStream(); // it cannot write to a stream that does not seek
        workbook.SaveAs(file);
    }
}
