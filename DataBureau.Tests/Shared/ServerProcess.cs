using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DataBureau.Tests.Architecture;
using DataBureau.Web.Data;

namespace DataBureau.Tests.Shared;

/// <summary>The program as a process of its own, one node of several over the same database.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _said;

    private ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _said = process.StandardOutput.ReadToEndAsync();
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <param name="database">Migrated and filled.</param>
    /// <param name="folder">Shared by the nodes: the keys of the cookies, the attachments.</param>
    public static async Task<ServerProcess> StartAsync(DatabaseOptions database, string folder)
    {
        var program = AppContext.BaseDirectory.Replace("DataBureau.Tests", "DataBureau.Web", StringComparison.Ordinal);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "DataBureau.Web.dll")]) { WorkingDirectory = SourceTree.PathOf("DataBureau.Web"), RedirectStandardOutput = true };
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = address.ToString(),
            ["ConnectionStrings__DataBureau"] = database.ConnectionString,
            ["Database__Provider"] = database.Provider.ToString(),
            ["Demo__Seed"] = "false",
            ["Files__Root"] = Path.Combine(folder, "attachments"),
            ["Files__ImportFolder"] = Path.Combine(folder, "uploads"),
            ["DataProtection__Directory"] = Path.Combine(folder, "keys"),
            ["Logging__LogLevel__Default"] = "Warning",
        })
            start.Environment[key] = value;
        var server = new ServerProcess(Process.Start(start)!, address);
        using var client = new HttpClient { BaseAddress = address };
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            if (server._process.HasExited || waited.Elapsed > TimeSpan.FromMinutes(2))
                throw new InvalidOperationException($"The node did not start. {(server._process.HasExited ? await server._said : null)}");
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                    return server;
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
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
