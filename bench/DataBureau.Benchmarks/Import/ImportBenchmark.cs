using DataBureau.Web.Features.Catalogue.Import;

namespace DataBureau.Benchmarks.Import;

/// <summary>A listing of 109,947 real rows: checked as .csv and as .xlsx against bare reading, then imported.</summary>
internal sealed class ImportBenchmark : IBenchmark
{
    private const int Rounds = 5;

    public string Name => "import";

    public string Summary => "dry run and import of a real listing of 109,947 rows against bare reading; memory";

    public async Task RunAsync(Workbench bench, Report report)
    {
        if (Listing.Csv is not { } csv)
        {
            report.Skip(SharedData.Absence);
            return;
        }

        var database = await bench.CreateEmptyAsync();
        var xlsx = await Listing.WriteXlsxAsync(csv);
        try
        {
            await using (var dryRun = await DryRun.OpenAsync(database))
            {
                await CompareAsync(report, dryRun, csv, ".csv");
                await CompareAsync(report, dryRun, xlsx, ".xlsx");
            }

            foreach (var (file, kind) in ((string, string)[])[(csv, ".csv"), (xlsx, ".xlsx")])
            {
                var memory = await Child.AskAsync("import", database, file);
                report.AtMost($"{kind}: peak working set above idle", memory["registering"], "MB", 300, "registering unknown providers");
                report.AtMost($"{kind}: the same, strict", memory["strict"], "MB", 300, "nearly every row is an error");
                report.Figure($"{kind}: the same, first check of a process", memory["cold"], "MB", "with the code it loads");
            }

            await using var real = await DryRun.OpenAsync(database);
            ImportReport? done = null;
            var time = await Measure.MillisecondsAsync(async () => done = await real.ImportGoodAsync(csv));
            report.Figure("import of the good rows", time / 1000, "s", $"{done!.Counts.Imported} entries, {done.Counts.Imported / time * 1000:0} rows/s, {done.UnknownProviders.Count} organisations registered");
            time = await Measure.MillisecondsAsync(async () => done = await real.CheckAsync(csv, true));
            report.Figure("dry run of the same file again", time / 1000, "s", $"{done.Counts.Unchanged} unchanged");
        }
        finally
        {
            File.Delete(xlsx);
        }
    }

    private static async Task CompareAsync(Report report, DryRun dryRun, string path, string kind)
    {
        ImportReport? registering = null, strict = null;
        await dryRun.CheckAsync(path, true);
        var times = await Measure.AlternateAsync(
            Rounds,
            async () => registering = await dryRun.CheckAsync(path, true),
            async () => strict = await dryRun.CheckAsync(path, false),
            () => Task.Run(() => Listing.ReadWithExcelDataReader(path)),
            () => Listing.ReadWithOursAsync(path));
        report.Figure($"{kind}: ExcelDataReader alone", times[2] / 1000, "s");
        report.Figure($"{kind}: our reader alone", times[3] / 1000, "s", $"{times[3] / times[2]:0.00} times ExcelDataReader");
        report.AtMost($"{kind}: dry run, registering, to ExcelDataReader", times[0] / times[2], "times", 3, $"{times[0] / 1000:0.00} s, {times[0] / times[3]:0.0} times our reader; {registering!.Counts.Imported} good, {registering.Errors.Count} errors");
        report.AtMost($"{kind}: dry run, strict, to ExcelDataReader", times[1] / times[2], "times", 3, $"{times[1] / 1000:0.00} s; {strict!.Counts.Imported} good, {strict.Errors.Count} errors");
    }
}
