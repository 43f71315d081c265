using System.Collections.Concurrent;
using System.Diagnostics;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit.Abstractions;

namespace DataBureau.Tests.Features.Hosting;

/// <summary>The watch as it runs in the program: what it costs while nothing happens, and a database that goes away and comes back.</summary>
public sealed class NodeWatchOutageTests(BureauFixture bureau, ITestOutputHelper output) : IClassFixture<BureauFixture>, IDisposable
{
    private readonly ConcurrentQueue<CaseChanged> _heard = new();
    private readonly WorkflowNotifier _notifier = new(NullLogger<WorkflowNotifier>.Instance);
    private readonly Log _log = new();

    [Fact]
    public async Task Host_NothingHappens_CostsLittle()
    {
        if (TestDatabases.OnSqlServer)
            return;
        using var page = Open();
        using var host = Host();
        await host.StartAsync(default);
        // What its first connection asks of the server, and what others did before, is counted by now.
        await Task.Delay(TimeSpan.FromSeconds(2));
        var (asked, from) = (await StatementsAsync(), Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(4));
        var perSecond = (await StatementsAsync() - asked) / Stopwatch.GetElapsedTime(from).TotalSeconds;
        await host.StopAsync(default);

        var watch = new NodeWatch(bureau.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), _notifier, TimeProvider.System);
        var times = new List<TimeSpan>();
        for (var i = 0; i < 100; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await watch.LookAsync(default);
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        output.WriteLine($"Idle, one page open: about {perSecond:0.0} transactions a second; a look takes {times.Order().ElementAt(50).TotalMilliseconds:0.0} ms (median of 100).");
        Assert.InRange(perSecond, 1, 12);
    }

    [Fact]
    public async Task Host_DatabaseGoesAwayAndComesBack_LogsOnceAndTellsWhatWasMissed()
    {
        if (TestDatabases.OnSqlServer)
            return;
        bureau.Clock.Now = DateTimeOffset.UtcNow;
        using var page = Open();
        using var host = Host();
        await host.StartAsync(default);
        await using (await DatabaseOutage.BeginAsync(bureau.Database))
        {
            await UntilAsync(() => _log.Lines.Any(l => l.Level == LogLevel.Warning));
            await Task.Delay(TimeSpan.FromSeconds(3));
        }

        var view = await bureau.EntryAsync(Contents.Complete("恢复以后的目录"));

        await UntilAsync(() => _heard.Any(c => c.CaseId == view.Id));

        Assert.Single(_log.Lines, l => l.Level == LogLevel.Warning);
        Assert.Single(_log.Lines, l => l.Level == LogLevel.Information);
        Assert.DoesNotContain(_log.Lines, l => l.Level >= LogLevel.Error);
        await host.StopAsync(default);
    }

    public void Dispose() => _log.Dispose();

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 200 && !holds(); i++)
            await Task.Delay(100);
        Assert.True(holds());
    }

    private IDisposable Open() => _notifier.Subscribe(change =>
    {
        _heard.Enqueue(change);
        return Task.CompletedTask;
    });

    private NodeWatchHost Host() => new(new NodeWatch(bureau.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), _notifier, TimeProvider.System), TimeProvider.System, _log.Of<NodeWatchHost>());

    private async Task<long> StatementsAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder(bureau.Database.ConnectionString);
        var database = connection.Database;
        connection.Database = "postgres";
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand($"SELECT pg_stat_force_next_flush(); SELECT xact_commit FROM pg_stat_database WHERE datname = '{database}'");
        await Task.Delay(1500); // The counters of the other sessions are written about once a second.
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }

    private sealed class Log : ILoggerProvider
    {
        private readonly ILoggerFactory _factory;

        public Log() => _factory = LoggerFactory.Create(b => b.AddProvider(this));

        public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

        public ILogger<T> Of<T>() => _factory.CreateLogger<T>();

        public ILogger CreateLogger(string categoryName) => new Writer(this);

        public void Dispose()
        {
        }

        private sealed class Writer(Log log) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Lines.Enqueue((logLevel, formatter(state, exception)));
        }
    }
}
