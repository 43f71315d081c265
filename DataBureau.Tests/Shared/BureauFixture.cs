using DataBureau.Web;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Seed;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DataBureau.Tests.Shared;

/// <summary>The program's own services over a database of its own, with the demo organisations and people and no entries. One per test class.</summary>
public sealed class BureauFixture : IAsyncLifetime
{
    private readonly string _files = Path.Combine(AppContext.BaseDirectory, "attachments-" + Guid.NewGuid().ToString("N"));
    private DatabaseOptions? _database;
    private WebApplication? _app;

    public TestClock Clock { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public DatabaseOptions Database => _database!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabases.CreateAsync(FillAsync);
        _app = Build(_database);
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await TestDatabases.DropAsync(_database!);
        if (Directory.Exists(_files))
            Directory.Delete(_files, recursive: true);
    }

    public BureauDbContext OpenDb() => Services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContext();

    /// <summary>A scope in which the demo person is the current user: resolve services from it.</summary>
    public async Task<AsyncServiceScope> AsAsync(string userName)
    {
        await using var db = OpenDb();
        var id = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(id, "127.0.0.1", "test");
        return scope;
    }

    /// <summary>Runs one call of a service as a demo person.</summary>
    public async Task<T> AsAsync<TService, T>(string userName, Func<TService, Task<T>> call)
        where TService : notnull
    {
        await using var scope = await AsAsync(userName);
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static async Task FillAsync(DatabaseOptions options)
    {
        await using var app = new BureauFixture().Build(options);
        await DatabaseStartup.PrepareAsync(app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), app.Environment, default);
        await app.Services.GetRequiredService<DemoSeed>().RunAsync(0, default);
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    private WebApplication Build(DatabaseOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "DataBureau.Web" });
        builder.Logging.ClearProviders();
        builder.Configuration["Files:Root"] = _files;
        builder.Configuration["Policies:Folder"] = PolicyEditions.Folder;
        builder.AddBureau(options);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        return builder.Build();
    }
}
