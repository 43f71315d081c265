using DataBureau.Domain.Access;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web;
using DataBureau.Web.Data;
using DataBureau.Web.Data.Embedded;
using DataBureau.Web.Identity;
using DataBureau.Web.Seed;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DataBureau.Benchmarks;

/// <summary>A private PostgreSQL and the program's own services over its databases; made when first asked for.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    public const int Entries = 100_000;

    /// <summary>Sees, exports and imports for all of the province in which the entries lie.</summary>
    public const string User = "reviewer";

    public const string Region = "140000";

    private const string Template = "template_bench";

    private EmbeddedPostgres? _server;
    private DatabaseOptions? _filled;
    private int _made;

    public static DatabaseOptions Options(string connection) => new(DatabaseProvider.PostgreSql, connection, null, "bench");

    /// <summary>The demo organisations and people, and no entries. A new one each time.</summary>
    public async Task<DatabaseOptions> CreateEmptyAsync()
    {
        if (_server is null)
        {
            _server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests() with { SharedBuffers = "512MB" }, NullLogger.Instance, default);
            await _server.CreateDatabaseAsync(Template, null, default);
            await using var app = Build(Options(_server.ConnectionStringFor(Template)));
            await DatabaseStartup.PrepareAsync(app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), app.Environment, default);
            await app.Services.GetRequiredService<DemoSeed>().RunAsync(0, default);
        }

        var name = $"bench_{++_made}";
        await _server.CreateDatabaseAsync(name, Template, default);
        return Options(_server.ConnectionStringFor(name));
    }

    /// <summary>A hundred thousand entries in every state, in one province and its city. Shared: benchmarks only read it.</summary>
    public async Task<DatabaseOptions> FilledAsync()
    {
        if (_filled is not null)
            return _filled;
        var options = await CreateEmptyAsync();
        await using var app = Build(options);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        var organisations = await db.Organisations.Where(o => o.RegionCode.StartsWith("14")).ToListAsync();
        var people = new Dictionary<(Guid, Role), Actor>();
        foreach (var person in DemoPeople.All.Where(p => p.RegionCode.StartsWith("14", StringComparison.Ordinal)))
        {
            var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == person.UserName).Select(u => u.Id).SingleAsync(), default))!;
            people[(actor.OrganisationId, person.Role)] = actor;
        }

        await new DemoCatalogue(db, app.Services.GetRequiredService<PolicyLibrary>(), DateTimeOffset.UtcNow).AddAsync(organisations, people, Entries);
        // The reminders of that many clocks have been sent: what is measured is an ordinary hour, not the morning after an import.
        await db.Deadlines.ExecuteUpdateAsync(s => s.SetProperty(d => d.RemindOn, (DateOnly?)null));
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        return _filled = options;
    }

    /// <summary>The hundred thousand entries again, to be changed.</summary>
    public async Task<DatabaseOptions> CopyFilledAsync()
    {
        var name = $"bench_{++_made}";
        var filled = new NpgsqlConnectionStringBuilder((await FilledAsync()).ConnectionString).Database;
        await _server!.CreateDatabaseAsync(name, filled, default);
        return Options(_server.ConnectionStringFor(name));
    }

    public static WebApplication Build(DatabaseOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "DataBureau.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.AddBureau(options);
        return builder.Build();
    }

    /// <summary>A scope in which <see cref="User"/> is the current user.</summary>
    public static async Task<AsyncServiceScope> SignInAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        var id = await db.Users.Where(u => u.UserName == User).Select(u => u.Id).SingleAsync();
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(id, "127.0.0.1", "bench");
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
