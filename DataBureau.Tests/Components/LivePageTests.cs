using Bunit;
using DataBureau.Web.Components;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataBureau.Tests.Components;

public sealed class LivePageTests
{
    private static readonly CaseChanged Change = new("case", Guid.NewGuid(), 1, "甲");

    [Fact]
    public async Task Page_SeveralChangesAtOnce_ReadsOnceMore()
    {
        await using var context = Create(out var notifier);
        // On a busy machine they take a while to be told, one by one.
        var page = context.Render<Probe>(p => p.Add(x => x.Gathers, TimeSpan.FromSeconds(1)));

        for (var i = 0; i < 100; i++)
            notifier.Publish(Change);

        page.WaitForAssertion(() => Assert.Contains("2", page.Markup, StringComparison.Ordinal));
        await Task.Delay(1500);
        Assert.Equal(2, page.Instance.Readings);
    }

    [Fact]
    public async Task Page_ChangeThatDoesNotConcernIt_IsNotReadAgain()
    {
        await using var context = Create(out var notifier);
        var page = context.Render<Probe>();

        notifier.Publish(Change with { Kind = "other" });

        await Task.Delay(800);
        Assert.Equal(1, page.Instance.Readings);
    }

    [Fact]
    public async Task Page_SecondReadingFails_KeepsWhatItHadAndReadsTheThird()
    {
        await using var context = Create(out var notifier);
        var page = context.Render<Probe>();
        page.Instance.FailsAt = 2;

        notifier.Publish(Change);
        await page.Instance.Failed.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(2, page.Instance.Readings);
        Assert.Contains("1", page.Markup, StringComparison.Ordinal);
        notifier.Publish(Change);

        page.WaitForAssertion(() => Assert.Contains("3", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_CircuitEndsWhileItIsReadAgain_NothingIsLogged()
    {
        var log = new Recorder();
        await using var context = Create(out var notifier, log);
        var page = context.Render<Probe>();
        (page.Instance.FailsAt, page.Instance.Failure) = (2, new OperationCanceledException("The circuit has ended."));

        notifier.Publish(Change);
        await page.Instance.Failed.WaitAsync(TimeSpan.FromSeconds(20));
        await Task.Delay(200);

        Assert.Equal((2, 0), (page.Instance.Readings, log.Lines));
    }

    [Fact]
    public async Task Page_Left_CancelsItsReadingAndHearsNothingMore()
    {
        await using var context = Create(out var notifier);
        var page = context.Render<Probe>(p => p.Add(x => x.Slow, true));
        var probe = page.Instance;
        Assert.Equal(1, notifier.Subscriptions);

        await context.DisposeComponentsAsync();
        notifier.Publish(Change);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe.Reading);
        Assert.Equal(0, notifier.Subscriptions);
        Assert.Equal(1, probe.Readings);
    }

    private static BunitContext Create(out WorkflowNotifier notifier, ILogger<LivePage>? log = null)
    {
        var context = ShellContext.Create();
        if (log is not null)
            context.Services.AddSingleton(log);
        context.Services.AddSingleton<WorkflowNotifier>();
        notifier = context.Services.GetRequiredService<WorkflowNotifier>();
        return context;
    }

    private sealed class Probe : LivePage
    {
        private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _shown;

        [Microsoft.AspNetCore.Components.Parameter] public bool Slow { get; set; }

        [Microsoft.AspNetCore.Components.Parameter] public TimeSpan Gathers { get; set; } = Coalesced.Gathering;

        public int Readings { get; private set; }

        public int FailsAt { get; set; }

        public Exception Failure { get; set; } = new InvalidOperationException("The database is gone.");

        public Task Reading { get; private set; } = Task.CompletedTask;

        /// <summary>Ends when a reading has failed.</summary>
        public Task Failed => _failed.Task;

        protected override TimeSpan Gathering => Gathers;

        protected override bool Concerns(CaseChanged change) => change.Kind == Change.Kind;

        protected override Task ReadAsync(CancellationToken cancellationToken)
        {
            Readings++;
            if (Readings == FailsAt)
            {
                _failed.SetResult();
                throw Failure;
            }

            _shown = Readings;
            return Reading = Slow ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, _shown);
    }

    private sealed class Recorder : ILogger<LivePage>
    {
        public int Lines { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines++;
    }
}
