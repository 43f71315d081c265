using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Data;

public sealed class SqlServerBureauDbContext(DbContextOptions<SqlServerBureauDbContext> options) : BureauDbContext(options)
{
    internal override string FilterTrue(string column, string? notNull = null) =>
        $"[{column}] = 1" + (notNull is null ? string.Empty : $" AND [{notNull}] IS NOT NULL");
}
