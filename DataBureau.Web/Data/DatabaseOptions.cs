namespace DataBureau.Web.Data;

public enum DatabaseProvider
{
    PostgreSql,
    SqlServer,
}

/// <summary>Where the data is kept: `Database:Provider`, `ConnectionStrings:DataBureau`, `Database:MaxBatchSize`.</summary>
/// <param name="Provider">Which of the two kinds of server.</param>
/// <param name="ConnectionString">How to reach it.</param>
/// <param name="MaxBatchSize">EF's batch size, for servers whose T-SQL lacks MERGE; null is the provider's default.</param>
/// <param name="Description">What is said at start: never a password.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString, int? MaxBatchSize, string Description);
