using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DataBureau.Web.Data;

namespace DataBureau.Benchmarks.Pages;

/// <summary>The program as it is installed: published into a temporary folder and run in production.</summary>
internal sealed class PublishedProgram : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Process _process;

    private PublishedProgram(string folder, Process process, string address) => (_folder, _process, Address) = (folder, process, address);

    public string Address { get; }

    public static async Task<PublishedProgram> StartAsync(DatabaseOptions database)
    {
        var folder = Directory.CreateTempSubdirectory("databureau-bench-").FullName;
        using (var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(SharedData.Repository, "DataBureau.Web"), "-c", "Release", "-o", folder, "--nologo", "-v", "quiet"]) { RedirectStandardOutput = true })!)
        {
            var said = await publish.StandardOutput.ReadToEndAsync();
            await publish.WaitForExitAsync();
            if (publish.ExitCode != 0)
                throw new InvalidOperationException("dotnet publish failed: " + said);
        }

        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "DataBureau.Web.dll")]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = address;
        start.Environment["ConnectionStrings__DataBureau"] = database.ConnectionString;
        start.Environment["Files__Root"] = Path.Combine(folder, "attachments");
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient();
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            if (process.HasExited || waited.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException("The published program did not start.");
            try
            {
                if ((await client.GetAsync(address + "/health/ready")).IsSuccessStatusCode)
                    return new PublishedProgram(folder, process, address);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
