using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit.Abstractions;

namespace DataBureau.Tests.Architecture.SqlServer;

/// <summary>
/// SQL Server without a server: the real services run over its provider, and every statement they send is read by Microsoft's
/// own parser of SQL Server 2019. What a query cannot be translated to fails here as it would there.
/// </summary>
public sealed class SqlServerTranslationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Services_EveryStatement_IsUnderstood()
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var (service, flow) in SqlServerFlows.All)
        {
            await using var workbench = new SqlServerWorkbench();
            var failure = await Record.ExceptionAsync(() => flow(workbench));
            if (failure is not null)
                problems.Add($"{service}: {failure}");
            problems.AddRange(workbench.Log.Problems.Select(p => $"{service}: {p}"));
            all.UnionWith(workbench.Log.Statements);
            output.WriteLine($"{service}: {workbench.Log.Statements.Count} distinct statements");
        }

        output.WriteLine($"Parsed by Microsoft's parser: {all.Count} distinct statements, {problems.Count} problems.");
        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
        Assert.True(all.Count > 100, $"Only {all.Count} statements.");
        Assert.Contains(all, s => s.Contains("MERGE", StringComparison.Ordinal) || s.Contains("OUTPUT", StringComparison.Ordinal));
    }

    [Fact]
    public void Services_ThatOpenContexts_AreAllWalked()
    {
        // Asks only whether a connection opens.
        string[] elsewhere = ["DatabaseHealth"];
        var services = typeof(BureauDbContext).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(IDbContextFactory<BureauDbContext>)))).Select(t => t.Name);

        Assert.Empty(services.Except(SqlServerFlows.All.Keys, StringComparer.Ordinal).Except(elsewhere, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void Migrations_AsAScript_AreUnderstood(MigrationsSqlGenerationOptions options)
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);
        var script = db.GetService<IMigrator>().GenerateScript(options: options);

        Assert.Contains("CREATE TABLE [catalogue_entries]", script, StringComparison.Ordinal);
        Assert.Empty(StatementLog.Errors(script));
    }

    [Fact]
    public void Migrations_OfBothProviders_HoldTheWholeModel()
    {
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);
        using var postgreSql = new PostgreSqlDesignTimeFactory().CreateDbContext([]);

        Assert.False(sqlServer.Database.HasPendingModelChanges());
        Assert.False(postgreSql.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("SELECT [Id] FROM [users] LIMIT 1")]
    [InlineData("SELECT * FROM users WHERE name ILIKE 'a%'")]
    [InlineData("SELECT [u].[Id] FROM [users] AS [u] WHERE")]
    [InlineData("SELECT JSON_ARRAYAGG([Id] ORDER BY [Id]) FROM [users]")] // SQL Server 2025
    public void Parser_StatementOfAnotherServer_IsNotUnderstood(string sql) => Assert.NotEmpty(StatementLog.Errors(sql));

    [Fact]
    public async Task Log_WrongStatementOfAContext_IsAProblem()
    {
        await using var workbench = new SqlServerWorkbench();
        await using var db = workbench.OpenDb();

        await db.Database.ExecuteSqlRawAsync("DELETE FROM users LIMIT 1");

        Assert.Contains("DELETE FROM users LIMIT 1", Assert.Single(workbench.Log.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_ThatCannotBeTranslated_FailsHereAsOnAServer()
    {
        await using var workbench = new SqlServerWorkbench();
        await using var db = workbench.OpenDb();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.CatalogueEntries.Where(e => e.Content.Name.Normalize() == "x").ToListAsync());
    }
}
