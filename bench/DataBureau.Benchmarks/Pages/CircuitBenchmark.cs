namespace DataBureau.Benchmarks.Pages;

/// <summary>What an open list page costs the server: fifty circuits that show fifty rows each.</summary>
internal sealed class CircuitBenchmark : IBenchmark
{
    private const int Circuits = 50;
    private const double Kilobyte = 1024;

    public string Name => "circuit";

    public string Summary => "server heap per open /catalogue page of 50 rows";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var host = await BenchHost.StartAsync(await bench.FilledAsync());
        await MeasureAsync(report, host, "/catalogue?size=50", "list of 50 rows", 800);
        await MeasureAsync(report, host, "/not-found", "page without a list", null);
    }

    internal static async Task MeasureAsync(Report report, BenchHost host, string path, string name, double? bar)
    {
        if (await HeadlessCircuit.OpenAsync(host, path) is not { } warm)
        {
            report.Skip($"This build has no interactive page at {path}.");
            return;
        }

        await warm.DisposeAsync();
        var before = await host.HeapAsync();
        var open = new List<HeadlessCircuit>();
        for (var i = 0; i < Circuits; i++)
            open.Add((await HeadlessCircuit.OpenAsync(host, path))!);
        var heap = (await host.HeapAsync() - before) / Kilobyte / Circuits;
        var comparison = $"{Circuits} circuits; first drawing sends {open.Average(c => c.Bytes) / Kilobyte:0.0} KB in {open.Average(c => c.Batches):0.0} batches";
        if (bar is { } limit)
            report.AtMost(name + ", heap per circuit", heap, "KB", limit, comparison);
        else
            report.Figure(name + ", heap per circuit", heap, "KB", comparison);
        foreach (var circuit in open)
            await circuit.DisposeAsync();
    }
}
