using System.Diagnostics;
using System.Text;
using DataBureau.Tests.Architecture;
using DataBureau.Web.Data;

namespace DataBureau.Tests.Shared;

/// <summary>The program as a process of its own, one node of several over the same database.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listens = "地址：";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        // What nobody reads would hold the node up one day.
        _ = process.StandardOutput.ReadToEndAsync();
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <param name="database">Migrated and filled.</param>
    /// <param name="folder">Shared by the nodes: the keys of the cookies, the attachments.</param>
    public static async Task<ServerProcess> StartAsync(DatabaseOptions database, string folder)
    {
        var program = AppContext.BaseDirectory.Replace("DataBureau.Tests", "DataBureau.Web", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "DataBureau.Web.dll")]) { WorkingDirectory = SourceTree.PathOf("DataBureau.Web"), RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["ConnectionStrings__DataBureau"] = database.ConnectionString,
            ["Database__Provider"] = database.Provider.ToString(),
            ["Demo__Seed"] = "false",
            ["Files__Root"] = Path.Combine(folder, "attachments"),
            ["Files__ImportFolder"] = Path.Combine(folder, "uploads"),
            ["DataProtection__Directory"] = Path.Combine(folder, "keys"),
            ["Logging__LogLevel__Default"] = "Warning",
        })
            start.Environment[key] = value;
        var process = Process.Start(start)!;
        return new ServerProcess(process, await AddressAsync(process));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>The node takes a free port and says which when it is ready: one that was looked for before may be another's by then.</summary>
    private static async Task<Uri> AddressAsync(Process process)
    {
        var said = new StringBuilder();
        using var late = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (line.StartsWith(Listens, StringComparison.Ordinal))
                return new Uri(line[Listens.Length..]);
            said.AppendLine(line);
        }

        throw new InvalidOperationException($"The node did not start. {said}");
    }
}
