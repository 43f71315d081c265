using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace DataBureau.Web.Data.Embedded;

/// <summary>
/// A PostgreSQL server of our own, from the programs installed on this machine. The instance that starts it stops it;
/// an instance that finds it running uses it and leaves it running.
/// </summary>
public sealed partial class EmbeddedPostgres : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private readonly NpgsqlConnectionStringBuilder _connection;
    private readonly string? _socketDirectory;
    private readonly string? _throwAway;
    private int _disposed;

    private EmbeddedPostgres(
        string dataDirectory, Version version, NpgsqlConnectionStringBuilder connection, PostgresServer? server, string? socketDirectory, string? throwAway)
    {
        DataDirectory = dataDirectory;
        ServerVersion = version;
        _connection = connection;
        _server = server;
        _socketDirectory = socketDirectory;
        _throwAway = throwAway;
    }

    public string DataDirectory { get; }

    public Version ServerVersion { get; }

    /// <summary>False when another instance started the server and will stop it.</summary>
    public bool StartedHere => _server is not null;

    public string ConnectionString => _connection.ConnectionString;

    /// <summary>One line for the console.</summary>
    public string Description => string.Create(CultureInfo.InvariantCulture,
        $"私有 PostgreSQL {ServerVersion}，数据目录 {DataDirectory}，{(StartedHere ? "随本程序启动和停止" : "由另一个正在运行的实例启动，本实例只是接入")}");

    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        var account = await ServerAccount.CurrentAsync(ct);
        var dataDirectory = Path.GetFullPath(options.DataDirectory
            ?? (options.Durable ? await PostgresFolders.DevelopmentDataDirectoryAsync(account, ct) : PostgresFolders.ThrowAwayDataDirectory()));
        var throwAway = options is { DataDirectory: null, Durable: false } ? Path.GetDirectoryName(dataDirectory) : null;
        // In the throw-away folder the socket's folder goes with the rest, even when this process is killed.
        if (throwAway is not null && options.SocketDirectory is null) options = options with { SocketDirectory = Path.Combine(throwAway, "socket") };
        try
        {
            return await StartAsync(new PostgresCluster(dataDirectory, account), account, throwAway, options, logger, ct);
        }
        catch (Exception failure)
        {
            if (throwAway is not null) PostgresFolders.TryDelete(throwAway);
            if (failure is UnauthorizedAccessException)
                throw new EmbeddedPostgresException($"当前用户无权使用数据目录 {dataDirectory}：它可能由另一个用户建立。", failure);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        using (var any = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(any);
        if (_server is null) return;
        await _server.StopAsync();
        if (_socketDirectory is not null) PostgresFolders.TryDelete(_socketDirectory);
        if (_throwAway is not null) PostgresFolders.TryDelete(_throwAway);
    }

    private static async Task<EmbeddedPostgres> StartAsync(
        PostgresCluster cluster, ServerAccount account, string? throwAway, EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        if (!await account.CanReachAsync(Path.GetDirectoryName(cluster.DataDirectory)!, ct))
            throw new EmbeddedPostgresException($"postgres 用户无法进入 {Path.GetDirectoryName(cluster.DataDirectory)}：请把数据目录设在它能进入的位置。");
        PostgresFolders.MakeParent(cluster.DataDirectory);
        // Two instances starting at once would both find no server; the lock covers starting only, not serving.
        await using var startLock = await TakeStartLockAsync(cluster.DataDirectory + ".lock", options.StartTimeout, ct);

        var password = cluster.Exists ? cluster.ReadPassword() : null;
        if (password is not null && await FindRunningAsync(cluster, password, options, ct) is { } running)
            return await OpenAsync(cluster, running, server: null, socketDirectory: null, throwAway: null, options, ct);

        int? needed = cluster.Exists ? cluster.MajorVersion : null;
        if (await PostgresBinaries.FindAsync(options.BinDirectory, needed, ct) is not var (binDirectory, major))
            throw new EmbeddedPostgresException(needed is null || PostgresBinaries.Find(options.BinDirectory) is null
                ? PostgresBinaries.NotFoundMessage(options.BinDirectory)
                : $"数据目录 {cluster.DataDirectory} 由 PostgreSQL {needed} 建立，而本机没有这个版本：请安装它，或者把数据目录移走以便重新建立。");
        if (!cluster.Exists) await cluster.InitialiseAsync(binDirectory, major, options.Durable, ct);

        var socketDirectory = OperatingSystem.IsWindows()
            ? null
            : await PostgresFolders.SocketDirectoryAsync(options.SocketDirectory, cluster.DataDirectory, account, ct);
        var ownSocketDirectory = options.SocketDirectory is null ? socketDirectory : null;
        PostgresServer? server = null;
        try
        {
            server = await PostgresServer.StartAsync(cluster, account, binDirectory, socketDirectory, options, logger, ct);
            var file = PostmasterFile.Read(cluster.DataDirectory) ?? throw new EmbeddedPostgresException($"PostgreSQL 刚就绪就停止了（数据目录 {cluster.DataDirectory}）。");
            var connection = Address(file, password ?? cluster.ReadPassword(), options);
            return await OpenAsync(cluster, connection, server, ownSocketDirectory, throwAway, options, ct);
        }
        catch
        {
            if (server is not null) await server.StopAsync();
            if (ownSocketDirectory is not null) PostgresFolders.TryDelete(ownSocketDirectory);
            throw;
        }
    }

    /// <summary>Null when no server runs; waits for one that is starting or stopping.</summary>
    private static async Task<NpgsqlConnectionStringBuilder?> FindRunningAsync(
        PostgresCluster cluster, string password, EmbeddedPostgresOptions options, CancellationToken ct)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(50), ct))
        {
            if (PostmasterFile.Read(cluster.DataDirectory) is not { } file) return null;
            if (!file.IsServed())
            {
                file.ForgetProcess();
                return null;
            }

            var address = Address(file, password, options);
            try
            {
                await using var connection = await ConnectAsync(address, "postgres", ct);
                return address;
            }
            catch (NpgsqlException failure)
            {
                if (failure is PostgresException { SqlState: PostgresErrorCodes.InvalidPassword })
                    throw new EmbeddedPostgresException($"正在使用 {cluster.DataDirectory} 的 PostgreSQL 不接受已保存的密码。", failure);
                if (waited.Elapsed > options.StartTimeout)
                    throw new EmbeddedPostgresException($"进程 {file.ProcessId} 占用着 {cluster.DataDirectory}，但不应答：请停止它再试。", failure);
            }
        }
    }

    private static async Task<FileStream> TakeStartLockAsync(string path, TimeSpan timeout, CancellationToken ct)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(50), ct))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < timeout)
            {
            }
        }
    }
}
