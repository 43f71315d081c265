using DataBureau.Web.Data.Embedded;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Data;

/// <summary>Which database, and whether its schema is the program's.</summary>
public static class DatabaseStartup
{
    public const string ConnectionName = "DataBureau";

    /// <summary>The configured database, or in development a private PostgreSQL, which the caller disposes.</summary>
    /// <exception cref="StartupRefusal">Nothing usable is configured.</exception>
    public static async Task<(DatabaseOptions Options, EmbeddedPostgres? Server)> ResolveAsync(IConfiguration configuration, IHostEnvironment environment, CancellationToken cancellationToken)
    {
        var batch = configuration.GetValue<int?>("Database:MaxBatchSize");
        var provider = configuration["Database:Provider"] switch
        {
            null or "" or "PostgreSql" or "PostgreSQL" => DatabaseProvider.PostgreSql,
            "SqlServer" => DatabaseProvider.SqlServer,
            var other => throw new StartupRefusal($"Database:Provider 的值「{other}」无法识别，请填写 PostgreSql 或 SqlServer。"),
        };
        if (configuration.GetConnectionString(ConnectionName) is { Length: > 0 } connection)
            return (new DatabaseOptions(provider, connection, batch, provider == DatabaseProvider.PostgreSql ? "配置的 PostgreSQL 数据库" : "配置的 SQL Server 数据库"), null);
        if (!environment.IsDevelopment())
            throw new StartupRefusal("没有配置数据库：请设置 ConnectionStrings:DataBureau（以及 Database:Provider，PostgreSql 或 SqlServer）后再启动。生产环境不会自行创建数据库。");
        if (provider == DatabaseProvider.SqlServer)
            throw new StartupRefusal("Database:Provider 为 SqlServer 时，必须同时设置 ConnectionStrings:DataBureau。");
        try
        {
            using var loggers = LoggerFactory.Create(b => b.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
            var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataDirectory = configuration["Database:EmbeddedDirectory"] }, loggers.CreateLogger(nameof(EmbeddedPostgres)), cancellationToken);
            return (new DatabaseOptions(DatabaseProvider.PostgreSql, server.ConnectionString, batch, server.Description), server);
        }
        catch (EmbeddedPostgresException ex)
        {
            throw new StartupRefusal(ex.Message);
        }
    }

    /// <summary>Development applies what is missing; production only looks, because a schema is changed when somebody decides to.</summary>
    public static async Task PrepareAsync(IDbContextFactory<BureauDbContext> contexts, IHostEnvironment environment, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (environment.IsDevelopment())
        {
            await MigrateAsync(db, cancellationToken);
            return;
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
            throw new StartupRefusal($"数据库结构还差 {pending.Count} 个升级（{string.Join('、', pending)}）。请先备份，再运行 migrate 命令升级，然后启动。");
    }

    public static async Task<IReadOnlyList<string>> MigrateAsync(BureauDbContext db, CancellationToken cancellationToken)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await db.Database.MigrateAsync(cancellationToken);
        await db.SetUpAsync(cancellationToken);
        await ReferenceData.EnsureAsync(db, cancellationToken);
        // A version that counts what an earlier one did not has everything to count.
        if (pending.Count > 0)
            await TallyCheck.RebuildAsync(db, cancellationToken);
        return pending;
    }
}
