using System.Collections.Concurrent;
using System.Text.Json;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DataBureau.Tests.Browser;

/// <summary>
/// The real program on a free port, over a database of its own that holds the demo people and no entries. One per test class;
/// what the program logs as an error fails the class.
/// </summary>
public class BureauServer : IAsyncLifetime
{
    private readonly BureauFixture _bureau = new();
    private readonly RunningClock _clock = new();
    private readonly ErrorLog _errors = new();
    private readonly string _uploads = Path.Combine(Path.GetTempPath(), "databureau-test-" + Guid.NewGuid().ToString("N"));
    private ProgramFactory? _program;

    public Uri Address { get; private set; } = new("http://localhost");

    public DatabaseOptions Database => _bureau.Database;

    /// <summary>What time it is for the program.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The running program's services.</summary>
    public IServiceProvider Services => _program!.Services;

    /// <summary>Words of logged errors that the tests themselves provoke.</summary>
    public List<string> ExpectedErrors { get; } = [];

    public async Task InitializeAsync()
    {
        if (BrowserTests.WhySkipped is not null)
            return;
        await _bureau.InitializeAsync();
        _program = new ProgramFactory(_errors, RegisterServices, new(Settings)
        {
            ["ConnectionStrings:DataBureau"] = _bureau.Database.ConnectionString,
            ["Demo:Seed"] = "false",
            ["Account:RevalidateSeconds"] = "1",
            ["Files:ImportFolder"] = _uploads,
            ["Files:Root"] = Path.Combine(_uploads, "attachments"),
            ["Files:MaxAttachmentMegabytes"] = "2",
            ["Files:QuotaMegabytes"] = "3",
        });
        _program.UseKestrel(0);
        await Task.Run(_program.StartServer);
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async Task DisposeAsync()
    {
        if (_program is null)
            return;
        // Asked before the program is torn down: what a page loses by that is no error of the page's.
        var lines = _errors.Lines.Where(line => !ExpectedErrors.Any(e => line.Contains(e, StringComparison.Ordinal))).ToList();
        await _program.DisposeAsync();
        await _bureau.DisposeAsync();
        if (Directory.Exists(_uploads))
            Directory.Delete(_uploads, recursive: true);
        Report(lines);
        Assert.True(lines.Count == 0, string.Join(Environment.NewLine, lines));
    }

    /// <summary>Settings of a class of tests.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>What a class of tests registers beside the program's own features.</summary>
    protected virtual void AddServices(IServiceCollection services)
    {
    }

    public BureauDbContext OpenDb() => Services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContext();

    /// <summary>Runs one call of a service as a demo person, inside the running program: open pages hear of it.</summary>
    public async Task<T> AsAsync<TService, T>(string userName, Func<TService, Task<T>> call)
        where TService : notnull
    {
        await using var db = OpenDb();
        var id = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(id, "127.0.0.1", "test");
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>An entry of the liaison's department, taken some steps on its way by the people whose steps they are.</summary>
    public async Task<Guid> EntryAsync(CatalogueContent content, params CatalogueAction[] acts)
    {
        var view = Done(await AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.CreateAsync(content)));
        foreach (var act in acts)
        {
            var who = act is CatalogueAction.Submit or CatalogueAction.Revise ? "liaison" : view.State == CatalogueState.DepartmentReview ? "head" : "reviewer";
            view = Done(await AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.ActAsync(view.Id, view.Version, act, act == CatalogueAction.Return ? "请补充信息项。" : null)));
        }

        return view.Id;
    }

    private void RegisterServices(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock));
        AddServices(services);
    }

    /// <summary>The runner shows neither the message of a clean-up nor what is written to the console, so test.sh shows this file.</summary>
    private static void Report(List<string> lines)
    {
        if (Environment.GetEnvironmentVariable("DATABUREAU_TEST_LOGGED") is { Length: > 0 } file)
            File.AppendAllLines(file, lines.Select(line => $"Logged while {nameof(BureauServer)} ran: {line}"));
    }

    /// <summary>Waits until what was typed is kept. What the page says may be of an earlier keystroke.</summary>
    public async Task KeptAsync(string text)
    {
        var kept = JsonSerializer.Serialize(text).Trim('"');
        for (var i = 0; i < 200; i++)
        {
            await using (var db = OpenDb())
                if ((await db.EditBuffers.Select(b => b.Json).ToListAsync()).Exists(json => json.Contains(kept, StringComparison.Ordinal)))
                    return;
            await Task.Delay(100);
        }

        Assert.Fail($"{text} was never kept.");
    }

    private static CatalogueDetailView Done(Outcome<CatalogueDetailView> outcome) => Assert.IsType<Outcome<CatalogueDetailView>.Done>(outcome).View;

    private sealed class ProgramFactory(ErrorLog errors, Action<IServiceCollection> add, Dictionary<string, string> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureServices(add);
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(errors));
        }
    }

    private sealed class ErrorLog : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(ErrorLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (IsEnabled(logLevel))
                    log.Lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
