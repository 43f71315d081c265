using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Data;

/// <summary>Everything that is said to one provider and not to the other, apart from the migrations.</summary>
public static class DatabaseProviders
{
    public static DbContextOptionsBuilder<T> UsePostgreSql<T>(this DbContextOptionsBuilder<T> builder, string connectionString, int? maxBatchSize)
        where T : DbContext
    {
        builder.UseNpgsql(connectionString, o =>
        {
            if (maxBatchSize is { } size)
                o.MaxBatchSize(size);
        });
        return builder;
    }

    /// <summary>SQL Server 2019 and later. The compatibility level keeps out the json column type, which older servers lack.</summary>
    public static DbContextOptionsBuilder<T> UseSqlServer2019<T>(this DbContextOptionsBuilder<T> builder, string connectionString, int? maxBatchSize)
        where T : DbContext
    {
        builder.UseSqlServer(connectionString, o =>
        {
            o.UseCompatibilityLevel(150);
            if (maxBatchSize is { } size)
                o.MaxBatchSize(size);
        });
        return builder;
    }
}
