using System.Diagnostics;
using DataBureau.Web.Features.Catalogue;

namespace DataBureau.Benchmarks.Export;

/// <summary>The catalogue's export as a browser gets it: from the database, over HTTP, signed in.</summary>
internal sealed class ExportHttpBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Columns = 20;

    private static readonly string Address = "/export/catalogue.xlsx?cols=" + string.Join('.', CatalogueColumns.All.Take(Columns).Select(c => c.Key));

    public string Name => "export-http";

    public string Summary => "GET /export/catalogue.xlsx of 100,000 entries from PostgreSQL through Kestrel";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var host = await BenchHost.StartAsync(await bench.FilledAsync());
        await host.HeapAsync();
        using var coldWatch = MemoryWatch.Start(host.ProcessId);
        var cold = await DownloadAsync(host);
        var coldMemory = coldWatch.StopMegabytes();
        var (first, total, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await host.HeapAsync();
            using var watch = MemoryWatch.Start(host.ProcessId);
            var (firstByte, all, _) = await DownloadAsync(host);
            memory.Add(watch.StopMegabytes());
            first.Add(firstByte);
            total.Add(all);
        }

        report.Figure("first byte, cold process", cold.FirstByte, "ms");
        report.AtMost("first byte", Measure.Percentile(first, 0.5), "ms", 50);
        report.Figure("total", Measure.Percentile(total, 0.5) / 1000, "s", $"{Workbench.Entries / Measure.Percentile(total, 0.5) * 1000:0} entries/s, {Columns} columns");
        report.Figure("size", cold.Bytes / 1e6, "MB");
        report.AtMost("peak working set above idle", Measure.Percentile(memory, 0.5), "MB", 48, $"highest of {Rounds}: {memory.Max():0.0}");
        report.Figure("the same, first export of a process", coldMemory, "MB", "with the code it loads");
    }

    private static async Task<(double FirstByte, double Total, long Bytes)> DownloadAsync(BenchHost host)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await host.Client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        long bytes = await body.ReadAsync(buffer);
        var first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        int read;
        while ((read = await body.ReadAsync(buffer)) > 0)
            bytes += read;
        return (first, Stopwatch.GetElapsedTime(started).TotalMilliseconds, bytes);
    }
}
