using DataBureau.Web.Data;
using Npgsql;

namespace DataBureau.Tests.Shared;

/// <summary>A database that goes away: nobody gets in, and who is in is put out. Disposed, it is back.</summary>
internal sealed class DatabaseOutage : IAsyncDisposable
{
    private readonly DatabaseOptions _database;

    private DatabaseOutage(DatabaseOptions database) => _database = database;

    public static async Task<DatabaseOutage> BeginAsync(DatabaseOptions database)
    {
        var outage = new DatabaseOutage(database);
        await outage.AllowAsync(false);
        return outage;
    }

    public ValueTask DisposeAsync() => new(AllowAsync(true));

    private async Task AllowAsync(bool allowed)
    {
        var connection = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        var name = connection.Database;
        connection.Database = "postgres";
        await using var source = NpgsqlDataSource.Create(connection);
        await using (var alter = source.CreateCommand($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS {allowed}"))
            await alter.ExecuteNonQueryAsync();
        await using var end = source.CreateCommand($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await end.ExecuteNonQueryAsync();
        NpgsqlConnection.ClearAllPools();
    }
}
