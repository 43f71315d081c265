using System.Globalization;
using DataBureau.Web.Data;
using Microsoft.Data.SqlClient;

namespace DataBureau.Tests.Shared;

/// <summary>
/// A database of its own for each test class. PostgreSQL: cloned from a template that has the real migrations, the regions
/// and the demo people. SQL Server, when DATABUREAU_TEST_PROVIDER says so: made empty and filled the same way.
/// </summary>
internal static class TestDatabases
{
    private const string Template = "template_databureau";

    private static readonly SemaphoreSlim TemplateLock = new(1, 1);
    private static bool _templateMade;

    public static bool OnSqlServer => Environment.GetEnvironmentVariable("DATABUREAU_TEST_PROVIDER") == "SqlServer";

    public static async Task<DatabaseOptions> CreateAsync(Func<DatabaseOptions, Task> fill)
    {
        var name = "t_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        if (OnSqlServer)
            return await CreateOnSqlServerAsync(name, fill);
        var server = await TestCluster.GetAsync();
        await TemplateLock.WaitAsync();
        try
        {
            if (!_templateMade)
            {
                await server.CreateDatabaseAsync(Template, null, default);
                await fill(Options(server.ConnectionStringFor(Template)));
                _templateMade = true;
            }

            await server.CreateDatabaseAsync(name, Template, default);
        }
        finally
        {
            TemplateLock.Release();
        }

        return Options(server.ConnectionStringFor(name));
    }

    public static async Task DropAsync(DatabaseOptions options)
    {
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            var name = new Npgsql.NpgsqlConnectionStringBuilder(options.ConnectionString).Database!;
            Npgsql.NpgsqlConnection.ClearAllPools();
            await (await TestCluster.GetAsync()).DropDatabaseAsync(name, default);
            return;
        }

        SqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE [{new SqlConnectionStringBuilder(options.ConnectionString).InitialCatalog}]");
    }

    private static DatabaseOptions Options(string connection) => new(DatabaseProvider.PostgreSql, connection, null, "test");

    private static async Task<DatabaseOptions> CreateOnSqlServerAsync(string name, Func<DatabaseOptions, Task> fill)
    {
        await ExecuteAsync($"CREATE DATABASE [{name}]");
        var connection = new SqlConnectionStringBuilder(ServerConnection) { InitialCatalog = name }.ConnectionString;
        var batch = Environment.GetEnvironmentVariable("DATABUREAU_TEST_MAXBATCHSIZE") is { Length: > 0 } size ? int.Parse(size, CultureInfo.InvariantCulture) : (int?)null;
        var options = new DatabaseOptions(DatabaseProvider.SqlServer, connection, batch, "test");
        await fill(options);
        return options;
    }

    private static string ServerConnection => Environment.GetEnvironmentVariable("DATABUREAU_TEST_SQLSERVER")
        ?? throw new InvalidOperationException("DATABUREAU_TEST_PROVIDER is SqlServer, but DATABUREAU_TEST_SQLSERVER is not set.");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqlConnection(ServerConnection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
