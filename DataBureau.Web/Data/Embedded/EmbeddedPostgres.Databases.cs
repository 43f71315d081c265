using Npgsql;

namespace DataBureau.Web.Data.Embedded;

/// <content>The databases of the private server.</content>
public sealed partial class EmbeddedPostgres
{
    private const string MaintenanceDatabase = "postgres";
    private const int FirstWithStrategy = 15;

    public string ConnectionStringFor(string database) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    /// <summary>
    /// A clone of the template, or of the server's own empty one. Nobody may be connected to the template, so its sessions are
    /// ended; copying files is the fast way for the small databases of tests, and the only one before version 15.
    /// </summary>
    public async Task CreateDatabaseAsync(string name, string? template, CancellationToken ct)
    {
        await using var connection = await ConnectAsync(_connection, MaintenanceDatabase, ct);
        var clause = "";
        if (template is not null)
        {
            ClearPool(template);
            // Pools that are not ours to empty, such as a data source's, keep sessions too.
            await using var end = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", connection) { Parameters = { new() { Value = template } } };
            await end.ExecuteNonQueryAsync(ct);
            clause = $" TEMPLATE {Quote(template)}{(ServerVersion.Major >= FirstWithStrategy ? " STRATEGY FILE_COPY" : "")}";
        }

        await ExecuteAsync(connection, $"CREATE DATABASE {Quote(name)}{clause}", ct);
    }

    /// <summary>Ends whatever sessions are left; a database that is not there is fine.</summary>
    public async Task DropDatabaseAsync(string name, CancellationToken ct)
    {
        ClearPool(name);
        await using var connection = await ConnectAsync(_connection, MaintenanceDatabase, ct);
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)", ct);
    }

    private static async Task<EmbeddedPostgres> OpenAsync(
        PostgresCluster cluster, NpgsqlConnectionStringBuilder address, PostgresServer? server, string? socketDirectory, string? throwAway,
        EmbeddedPostgresOptions options, CancellationToken ct)
    {
        await using var connection = await ConnectAsync(address, MaintenanceDatabase, ct);
        var postgres = new EmbeddedPostgres(cluster.DataDirectory, connection.PostgreSqlVersion, address, server, socketDirectory, throwAway);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = options.DatabaseName } } };
        if (await exists.ExecuteScalarAsync(ct) is null) await ExecuteAsync(connection, $"CREATE DATABASE {Quote(options.DatabaseName)}", ct);
        return postgres;
    }

    private static NpgsqlConnectionStringBuilder Address(PostmasterFile file, string password, EmbeddedPostgresOptions options) => new()
    {
        Host = file.Host,
        Port = file.Port,
        Username = PostgresCluster.UserName,
        Password = password,
        Database = options.DatabaseName,
        IncludeErrorDetail = false,
        ApplicationName = "DataBureau",
    };

    // Not pooled: a pooled session would stay connected to the maintenance database.
    private static async Task<NpgsqlConnection> ConnectAsync(NpgsqlConnectionStringBuilder address, string database, CancellationToken ct)
    {
        var own = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = database, Pooling = false };
        var connection = new NpgsqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private void ClearPool(string database)
    {
        using var any = new NpgsqlConnection(ConnectionStringFor(database));
        NpgsqlConnection.ClearPool(any);
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
