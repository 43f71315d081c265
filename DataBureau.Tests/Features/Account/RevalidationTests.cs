using System.Collections.Concurrent;
using System.Security.Claims;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DataBureau.Tests.Features.Account;

/// <summary>The check of a live page's account, against a database that is slow to answer.</summary>
[Trait("Category", "Service")]
public sealed class RevalidationTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly ClaimsPrincipal SignedIn = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString())], "test"));

    [Fact]
    public async Task Page_LeftWhileTheAccountIsChecked_LogsNoError()
    {
        using var log = new ErrorLog();
        var slow = new SlowFactory(bureau.OpenDb);
        var provider = ProviderOf(SignedIn, log, slow, new CurrentUser(bureau.Services), everySeconds: 0);
        await slow.Asked.WaitAsync(TimeSpan.FromSeconds(30));

        ((IDisposable)provider).Dispose();

        await slow.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        await Task.Delay(200);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Request_LongerThanTheInterval_KeepsTheSignInItCameWith()
    {
        using var log = new ErrorLog();
        var slow = new SlowFactory(bureau.OpenDb);
        var current = new CurrentUser(bureau.Services);
        current.Become(CurrentUser.IdOf(SignedIn));
        var provider = ProviderOf(SignedIn, log, slow, current, everySeconds: 1);

        await Task.Delay(TimeSpan.FromSeconds(2.5));

        Assert.False(slow.Asked.IsCompleted);
        Assert.Same(SignedIn, (await provider.GetAuthenticationStateAsync()).User);
        ((IDisposable)provider).Dispose();
    }

    private static BureauAuthenticationStateProvider ProviderOf(ClaimsPrincipal signedIn, ErrorLog log, SlowFactory contexts, CurrentUser current, int everySeconds)
    {
        var provider = new BureauAuthenticationStateProvider(log, contexts, new AccountOptions { RevalidateSeconds = everySeconds }, Options.Create(new IdentityOptions()), current);
        provider.SetAuthenticationState(Task.FromResult(new AuthenticationState(signedIn)));
        return provider;
    }

    /// <summary>Hands out a context when a statement of the database's own, longer than any test, has been cancelled: as a query under load would be.</summary>
    private sealed class SlowFactory(Func<BureauDbContext> open) : IDbContextFactory<BureauDbContext>
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _ended = new();

        public Task Asked => _asked.Task;

        public Task Ended => _ended.Task;

        public BureauDbContext CreateDbContext() => open();

        public async Task<BureauDbContext> CreateDbContextAsync(CancellationToken cancellationToken)
        {
            var db = open();
            try
            {
                await db.Database.OpenConnectionAsync(cancellationToken);
                await using var held = db.Database.GetDbConnection().CreateCommand();
                held.CommandText = db.Database.ProviderName!.Contains("SqlServer", StringComparison.Ordinal) ? "WAITFOR DELAY '00:05:00'" : "SELECT pg_sleep(300)";
                held.CommandTimeout = 0;
                _asked.TrySetResult();
                await held.ExecuteNonQueryAsync(cancellationToken);
                return db;
            }
            finally
            {
                _ended.TrySetResult();
            }
        }
    }

    private sealed class ErrorLog : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
