using Bunit;
using DataBureau.Web.Components;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Components;

public sealed class LivePageTests
{
    private static readonly CaseChanged Change = new("case", Guid.NewGuid(), 1, "甲");

    [Fact]
    public async Task Page_SeveralChangesAtOnce_ReadsOnceMore()
    {
        await using var context = Create(out var notifier);
        var page = context.Render<Probe>();

        for (var i = 0; i < 100; i++)
            notifier.Publish(Change);

        page.WaitForAssertion(() => Assert.Contains("2", page.Markup, StringComparison.Ordinal));
        await Task.Delay(800);
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
        for (var i = 0; i < 200 && page.Instance.Readings < 2; i++)
            await Task.Delay(50);
        Assert.Equal(2, page.Instance.Readings);
        Assert.Contains("1", page.Markup, StringComparison.Ordinal);
        notifier.Publish(Change);

        page.WaitForAssertion(() => Assert.Contains("3", page.Markup, StringComparison.Ordinal));
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

    private static BunitContext Create(out WorkflowNotifier notifier)
    {
        var context = ShellContext.Create();
        context.Services.AddSingleton<WorkflowNotifier>();
        notifier = context.Services.GetRequiredService<WorkflowNotifier>();
        return context;
    }

    private sealed class Probe : LivePage
    {
        private int _shown;

        [Microsoft.AspNetCore.Components.Parameter] public bool Slow { get; set; }

        public int Readings { get; private set; }

        public int FailsAt { get; set; }

        public Task Reading { get; private set; } = Task.CompletedTask;

        protected override bool Concerns(CaseChanged change) => change.Kind == Change.Kind;

        protected override Task ReadAsync(CancellationToken cancellationToken)
        {
            Readings++;
            if (Readings == FailsAt)
                throw new InvalidOperationException("The database is gone.");
            _shown = Readings;
            return Reading = Slow ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, _shown);
    }
}
