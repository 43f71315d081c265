using System.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Data;

public sealed class SqlServerBureauDbContext(DbContextOptions<SqlServerBureauDbContext> options) : BureauDbContext(options)
{
    internal override string FilterTrue(string column, string? notNull = null) =>
        $"[{column}] = 1" + (notNull is null ? string.Empty : $" AND [{notNull}] IS NOT NULL");

    internal override IsolationLevel OfOneMoment => IsolationLevel.Snapshot;

    // Snapshots have to be allowed for the database before the first transaction asks for one.
    internal override Task SetUpAsync(CancellationToken cancellationToken) => Database.ExecuteSqlRawAsync("ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON", cancellationToken);
}
