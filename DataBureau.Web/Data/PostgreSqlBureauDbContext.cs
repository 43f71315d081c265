using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Data;

public sealed class PostgreSqlBureauDbContext(DbContextOptions<PostgreSqlBureauDbContext> options) : BureauDbContext(options)
{
    internal override string FilterTrue(string column, string? notNull = null) =>
        $"\"{column}\"" + (notNull is null ? string.Empty : $" AND \"{notNull}\" IS NOT NULL");

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        // The order of code points on every server, whatever locale it was set up with.
        conventions.Properties<string>().UseCollation("C");
    }
}
