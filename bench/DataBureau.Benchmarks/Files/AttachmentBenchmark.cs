using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace DataBureau.Benchmarks.Files;

/// <summary>The largest attachment up and down again as a browser sends and gets it, through the real program.</summary>
internal sealed class AttachmentBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Megabytes = 200;

    /// <summary>Who compiles the entry it hangs on.</summary>
    private const string Liaison = "liaison";

    public string Name => "attachment";

    public string Summary => "POST and GET of a 200 MB attachment through Kestrel, PostgreSQL and the disk";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var host = await BenchHost.StartAsync(await bench.CreateEmptyAsync());
        (await host.Client.GetAsync($"/bench/sign-in/{Liaison}")).EnsureSuccessStatusCode();
        var address = "/files/catalogue/" + await host.Client.GetFromJsonAsync<Guid>("/bench/entry");
        host.Client.DefaultRequestHeaders.Add("RequestVerificationToken", await host.Client.GetStringAsync("/bench/antiforgery"));

        // Once before: what the first upload of a process loads is its code.
        await host.HeapAsync();
        using var coldWatch = MemoryWatch.Start(host.ProcessId);
        await DownloadAsync(host, await UploadAsync(host, address, 0));
        var cold = coldWatch.StopMegabytes();
        var (up, down, upMemory, downMemory) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            var id = Guid.Empty;
            await MeasureAsync(host, up, upMemory, async () => id = await UploadAsync(host, address, round));
            await MeasureAsync(host, down, downMemory, () => DownloadAsync(host, id));
        }

        report.Figure("up", Megabytes / Measure.Percentile(up, 0.5) * 1000, "MB/s", "received, hashed, looked at, kept, recorded");
        report.AtMost("up: peak working set above idle", Measure.Percentile(upMemory, 0.5), "MB", 16, $"highest of {Rounds}: {upMemory.Max():0.0}");
        report.Figure("down", Megabytes / Measure.Percentile(down, 0.5) * 1000, "MB/s");
        report.AtMost("down: peak working set above idle", Measure.Percentile(downMemory, 0.5), "MB", 16, $"highest of {Rounds}: {downMemory.Max():0.0}");
        report.Figure("the first of a process, both ways", cold, "MB", "with the code it loads");
    }

    private static async Task MeasureAsync(BenchHost host, List<double> times, List<double> memory, Func<Task> work)
    {
        await host.HeapAsync();
        using var watch = MemoryWatch.Start(host.ProcessId);
        times.Add(await Measure.MillisecondsAsync(work));
        memory.Add(watch.StopMegabytes());
    }

    private static async Task<Guid> UploadAsync(BenchHost host, string address, int round)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(new SamplePdf(Megabytes * 1024L * 1024, round), 64 * 1024), "file", "large.pdf" } };
        using var response = await host.Client.PostAsync(address, form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task DownloadAsync(BenchHost host, Guid id)
    {
        using var response = await host.Client.GetAsync($"/files/{id}", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        int read;
        while ((read = await body.ReadAsync(buffer)) > 0)
            bytes += read;
        if (bytes != Megabytes * 1024L * 1024)
            throw new UnreachableException($"{bytes} bytes came back.");
    }
}
