using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Data;

/// <summary>Makes one context per operation, of the configured provider.</summary>
public sealed class BureauDbContextFactory(DatabaseOptions options) : IDbContextFactory<BureauDbContext>
{
    private readonly DbContextOptions<PostgreSqlBureauDbContext>? _postgreSql = options.Provider == DatabaseProvider.PostgreSql
        ? new DbContextOptionsBuilder<PostgreSqlBureauDbContext>().UsePostgreSql(options.ConnectionString, options.MaxBatchSize).Options : null;

    private readonly DbContextOptions<SqlServerBureauDbContext>? _sqlServer = options.Provider == DatabaseProvider.SqlServer
        ? new DbContextOptionsBuilder<SqlServerBureauDbContext>().UseSqlServer2019(options.ConnectionString, options.MaxBatchSize).Options : null;

    public BureauDbContext CreateDbContext() => _postgreSql is not null ? new PostgreSqlBureauDbContext(_postgreSql) : new SqlServerBureauDbContext(_sqlServer!);
}
