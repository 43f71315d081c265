namespace DataBureau.Benchmarks.Pages;

/// <summary>What one more open page costs the server: fifty circuits, beside fifty that are open already.</summary>
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
        var open = new List<HeadlessCircuit>();
        var (first, heap) = (await OpenAsync(), await OpenAsync());
        var comparison = $"{Circuits} circuits beside {Circuits}; those first {Circuits}, which also fill the pools that all share, {first:0.0} KB each; first drawing sends {open.Average(c => c.Bytes) / Kilobyte:0.0} KB in {open.Average(c => c.Batches):0.0} batches";
        if (bar is { } limit)
            report.AtMost(name + ", heap per circuit", heap, "KB", limit, comparison);
        else
            report.Figure(name + ", heap per circuit", heap, "KB", comparison);
        foreach (var circuit in open)
            await circuit.DisposeAsync();

        async Task<double> OpenAsync()
        {
            var before = await host.HeapAsync();
            for (var i = 0; i < Circuits; i++)
                open.Add((await HeadlessCircuit.OpenAsync(host, path))!);
            return (await host.HeapAsync() - before) / Kilobyte / Circuits;
        }
    }
}
