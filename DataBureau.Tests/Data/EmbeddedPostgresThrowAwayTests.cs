using DataBureau.Web.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DataBureau.Tests.Data;

public sealed class EmbeddedPostgresThrowAwayTests
{
    [Fact]
    public async Task CreateDatabase_FromTemplate_CopiesItsTables()
    {
        await using var postgres = await StartAsync(EmbeddedPostgresOptions.ForTests());
        await postgres.CreateDatabaseAsync("model", template: null, CancellationToken.None);
        await CountAsync(postgres.ConnectionStringFor("model"), "CREATE TABLE organisation AS SELECT generate_series(1, 3) AS id; SELECT count(*) FROM organisation");
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionStringFor("model"));
        await using (await source.OpenConnectionAsync())
        {
            // Closed at once, but the pool keeps the session.
        }

        await postgres.CreateDatabaseAsync("cl\"one", "model", CancellationToken.None);

        Assert.Equal(3, await CountAsync(postgres.ConnectionStringFor("cl\"one"), "SELECT count(*) FROM organisation"));
        await postgres.DropDatabaseAsync("cl\"one", CancellationToken.None);
        await postgres.DropDatabaseAsync("cl\"one", CancellationToken.None);
        Assert.Equal(0, await CountAsync(postgres.ConnectionString, "SELECT count(*) FROM pg_database WHERE datname LIKE 'cl%'"));
    }

    [Fact]
    public async Task Dispose_NoFolderGiven_RemovesTheWholeCluster()
    {
        var postgres = await StartAsync(EmbeddedPostgresOptions.ForTests());
        Assert.True(Directory.Exists(postgres.DataDirectory));

        await postgres.DisposeAsync();

        Assert.False(Directory.Exists(Path.GetDirectoryName(postgres.DataDirectory)));
    }

    [Fact]
    public async Task Start_HalfMadeClusterLeftBehind_IsReplaced()
    {
        using var folder = new EmbeddedPostgresFolder();
        var half = folder.DataDirectory + ".tmp";
        Directory.CreateDirectory(half);
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "9.0");

        await using var postgres = await StartAsync(folder.Options);

        Assert.True(postgres.StartedHere);
        Assert.False(Directory.Exists(half));
    }

    [Fact]
    public async Task Start_FolderOfOtherThings_IsRefusedAndLeftAlone()
    {
        using var folder = new EmbeddedPostgresFolder();
        Directory.CreateDirectory(folder.DataDirectory);
        var mine = Path.Combine(folder.DataDirectory, "thesis.wps");
        await File.WriteAllTextAsync(mine, "");

        await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(folder.Options));

        Assert.True(File.Exists(mine));
    }

    [Fact]
    public async Task Start_SocketPathTooLong_IsRefusedBeforeTheServerStarts()
    {
        using var folder = new EmbeddedPostgresFolder();
        var options = folder.Options with { SocketDirectory = "/tmp/" + new string('x', 120) };

        var failure = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(options));

        Assert.Contains("套接字目录", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ServerRefusesASetting_SaysSoWithTheServersOwnWords()
    {
        var options = EmbeddedPostgresOptions.ForTests() with { SharedBuffers = "three" };

        var failure = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(options));

        Assert.StartsWith("PostgreSQL 无法启动", failure.Message, StringComparison.Ordinal);
        Assert.Contains("shared_buffers", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_Cancelled_LeavesNothingBehind()
    {
        using var folder = new EmbeddedPostgresFolder();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        try
        {
            await using var postgres = await EmbeddedPostgres.StartAsync(folder.Options, NullLogger.Instance, cancelled.Token);
        }
        catch (OperationCanceledException)
        {
            // Fast machines may be done before the cancellation: both ends must leave no server.
        }

        Assert.Null(PostmasterFile.Read(folder.DataDirectory));
    }

    [Fact]
    public void Binaries_ConfiguredFolderWithoutServer_AreNotFoundAndTheSettingIsNamed()
    {
        Assert.Null(PostgresBinaries.Find(AppContext.BaseDirectory));
        Assert.Contains(AppContext.BaseDirectory, PostgresBinaries.NotFoundMessage(AppContext.BaseDirectory), StringComparison.Ordinal);
        Assert.Contains("postgresql", PostgresBinaries.NotFoundMessage(null), StringComparison.Ordinal);
    }

    private static Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options) =>
        EmbeddedPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None);

    private static async Task<long> CountAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
