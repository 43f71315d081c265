using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DataBureau.Web.Data;

// For `dotnet ef migrations add … --context …`: no server is asked, so the connection strings name none.

internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlBureauDbContext>
{
    public PostgreSqlBureauDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlBureauDbContext>().UsePostgreSql("Host=design-time", null).Options);
}

internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerBureauDbContext>
{
    public SqlServerBureauDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerBureauDbContext>().UseSqlServer2019("Server=design-time", null).Options);
}
