using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DataBureau.Web.Data.Embedded;

/// <summary>Starts and stops the server of one cluster.</summary>
internal sealed class PostgresServer
{
    private const int SocketPort = 5432;
    private readonly PostgresProcess _process;
    private readonly ServerAccount _account;
    private readonly string _binDirectory;
    private readonly string _dataDirectory;

    private PostgresServer(PostgresProcess process, ServerAccount account, string binDirectory, string dataDirectory)
    {
        _process = process;
        _account = account;
        _binDirectory = binDirectory;
        _dataDirectory = dataDirectory;
    }

    public static async Task<PostgresServer> StartAsync(
        PostgresCluster cluster, ServerAccount account, string binDirectory, string? socketDirectory, EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        var deadline = DateTime.UtcNow + options.StartTimeout;
        while (true)
        {
            var arguments = Arguments(cluster.DataDirectory, socketDirectory, options);
            var start = account.Command(PostgresBinaries.Executable(binDirectory, "postgres"), arguments, diesWithUs: true);
            var server = new PostgresServer(PostgresProcess.Start(start, logger), account, binDirectory, cluster.DataDirectory);
            try
            {
                var left = deadline - DateTime.UtcNow;
                if (await server._process.ReadyAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, ct)) return server;
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or TimeoutException)
            {
                await server.StopAsync("immediate");
                if (stopped is OperationCanceledException) throw;
                var sentence = string.Create(CultureInfo.CurrentCulture, $"PostgreSQL 在 {options.StartTimeout.TotalSeconds:0} 秒内没有就绪（数据目录 {cluster.DataDirectory}）。");
                throw EmbeddedPostgresException.WithLog(sentence, server._process.LastLines);
            }

            // Children of a server that was killed need a moment to notice it; until then PostgreSQL rightly refuses.
            if (!server.LostToSurvivors() || DateTime.UtcNow > deadline)
                throw EmbeddedPostgresException.WithLog($"PostgreSQL 无法启动（数据目录 {cluster.DataDirectory}）。", server._process.LastLines);
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    /// <summary>Fast shutdown by default: sessions are ended, committed data is safe, no recovery at the next start.</summary>
    public async Task StopAsync(string mode = "fast")
    {
        // Repeated, because a server that is only just starting has not yet written the file by which pg_ctl finds it.
        for (var tries = 0; tries < 100 && !_process.Ended.IsCompleted; tries++)
        {
            var stop = await _account.RunAsync(PostgresBinaries.Executable(_binDirectory, "pg_ctl"), ["stop", "-D", _dataDirectory, "-m", mode, "-W", "-s"], CancellationToken.None);
            if (stop.ExitCode == 0) break;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        await _process.Ended.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private bool LostToSurvivors() =>
        _process.LastLines.Any(line => line.Contains("shared memory block", StringComparison.Ordinal) && line.Contains("in use", StringComparison.Ordinal));

    private static List<string> Arguments(string dataDirectory, string? socketDirectory, EmbeddedPostgresOptions options)
    {
        List<string> arguments = ["-D", dataDirectory];
        void Set(string name, string value) => arguments.AddRange(["-c", $"{name}={value}"]);
        Set("listen_addresses", socketDirectory is null ? "127.0.0.1" : "");
        Set("port", (socketDirectory is null ? FreePort() : SocketPort).ToString(CultureInfo.InvariantCulture));
        if (socketDirectory is not null)
        {
            Set("unix_socket_directories", socketDirectory);
            Set("unix_socket_permissions", "0700");
        }

        Set("shared_buffers", options.SharedBuffers);
        Set("max_connections", options.MaxConnections.ToString(CultureInfo.InvariantCulture));
        Set("timezone", "UTC");
        Set("log_destination", "stderr");
        Set("logging_collector", "off");
        if (options.Durable) return arguments;
        foreach (var name in (string[])["fsync", "synchronous_commit", "full_page_writes", "autovacuum"]) Set(name, "off");
        return arguments;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
