using System.Diagnostics;
using System.Globalization;
using DataBureau.Web.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DataBureau.Tests.Data;

/// <summary>Real servers, one cluster made once: every test starts and stops its own server on it.</summary>
public sealed class EmbeddedPostgresTests(EmbeddedPostgresFolder folder) : IClassFixture<EmbeddedPostgresFolder>
{
    [Fact]
    public async Task Start_EmptyFolder_ServesTheDatabaseOverAPrivateSocket()
    {
        await using var postgres = await StartAsync();

        Assert.True(postgres.StartedHere);
        Assert.Equal("databureau", await ScalarAsync(postgres.ConnectionString, "SELECT current_database()"));
        Assert.Equal("UTF8", await ScalarAsync(postgres.ConnectionString, "SHOW server_encoding"));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal("", await ScalarAsync(postgres.ConnectionString, "SHOW listen_addresses"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Host(postgres)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.DataDirectory + ".password"));
    }

    [Fact]
    public async Task Start_WrongPassword_IsRefused()
    {
        await using var postgres = await StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "wrong" }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(wrong, "SELECT 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task Dispose_ServerStartedHere_StopsItAndRemovesTheSocketFolder()
    {
        var postgres = await StartAsync();

        await postgres.DisposeAsync();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(postgres.ConnectionString, "SELECT 1"));
        Assert.False(Directory.Exists(Host(postgres)));
        Assert.False(File.Exists(Path.Combine(folder.DataDirectory, "postmaster.pid")));
    }

    [Fact]
    public async Task Restart_DataWritten_IsStillThere()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first.ConnectionString, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT '数据局' AS name");

        await using var second = await StartAsync();

        Assert.Equal("数据局", await ScalarAsync(second.ConnectionString, "SELECT name FROM kept"));
    }

    [Fact]
    public async Task Start_ServerRunning_AttachesAndLeavesItRunning()
    {
        await using var first = await StartAsync();
        var second = await StartAsync();

        Assert.False(second.StartedHere);
        Assert.Equal(first.ConnectionString, second.ConnectionString);
        await second.DisposeAsync();

        Assert.Equal("1", await ScalarAsync(first.ConnectionString, "SELECT '1'"));
    }

    [Fact]
    public async Task Start_TwoAtOnce_OneStartsAndTheOtherAttaches()
    {
        var both = await Task.WhenAll(StartAsync(), StartAsync());
        await using var first = both[0];
        await using var second = both[1];

        Assert.Single(both, postgres => postgres.StartedHere);
        Assert.Equal(first.ConnectionString, second.ConnectionString);
    }

    [Fact]
    public async Task Start_AfterServerWasKilled_Recovers()
    {
        await using var killed = await StartAsync(durable: true);
        await ExecuteAsync(killed.ConnectionString, "DROP TABLE IF EXISTS survives; CREATE TABLE survives AS SELECT 1");
        // The connection stays open: the killed server leaves a child behind, as in a real crash.
        await using var open = new NpgsqlConnection(killed.ConnectionString);
        await open.OpenAsync();
        Process.GetProcessById(PostmasterFile.Read(folder.DataDirectory)!.ProcessId).Kill();

        await using var postgres = await StartAsync(durable: true);

        Assert.True(postgres.StartedHere);
        Assert.Equal("1", await ScalarAsync(postgres.ConnectionString, "SELECT count(*)::text FROM survives"));
    }

    [Fact]
    public async Task Start_LockFileNamesAnotherLivingProcess_StartsAnyway()
    {
        string[] left;
        var file = Path.Combine(folder.DataDirectory, "postmaster.pid");
        await using (await StartAsync()) left = await File.ReadAllLinesAsync(file);
        left[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, left);

        await using var postgres = await StartAsync();

        Assert.True(postgres.StartedHere);
    }

    private Task<EmbeddedPostgres> StartAsync(bool durable = false) =>
        EmbeddedPostgres.StartAsync(folder.Options with { Durable = durable }, NullLogger.Instance, CancellationToken.None);

    private static string Host(EmbeddedPostgres postgres) => new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!;

    private static async Task<string?> ScalarAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
