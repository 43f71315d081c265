using System.IO.Compression;

namespace DataBureau.Benchmarks.Export;

/// <summary>In a process of its own: the first byte of the first export ever, a short one, and the memory of the first long one.</summary>
internal static class ExportMemory
{
    private const double Megabyte = 1024 * 1024;

    public static async Task RunAsync()
    {
        var rows = SampleRows.Make();
        var table = ExportBenchmark.Table(CompressionLevel.Optimal);
        Child.Say("cold", (await ExportBenchmark.WriteAsync(rows[..1000], table)).FirstByteMilliseconds);
        using var watch = MemoryWatch.StartHere();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await ExportBenchmark.WriteAsync(rows, table);
        Child.Say("peak", watch.StopMegabytes());
        Child.Say("allocated", (GC.GetTotalAllocatedBytes(precise: true) - before) / Megabyte);
    }
}
