using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Components;

public sealed class SharedReadingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Ask_FortyWhileOneRuns_AreGivenOneNewerReading()
    {
        var gate = new TaskCompletionSource();
        var readings = 0;
        var shared = new SharedReading<int, int>(async _ =>
        {
            var mine = Interlocked.Increment(ref readings);
            await gate.Task;
            return mine;
        });

        var first = shared.AskAsync(1, default);
        var late = Enumerable.Range(0, 40).Select(_ => shared.AskAsync(1, default)).ToList();
        gate.SetResult();

        Assert.Equal(1, await first.WaitAsync(Patience));
        Assert.All(await Task.WhenAll(late).WaitAsync(Patience), value => Assert.Equal(2, value));
        Assert.Equal(2, readings);
    }

    [Fact]
    public async Task Ask_FromManySides_NobodyIsGivenWhatWasReadBeforeHeAsked()
    {
        var state = 0;
        var shared = new SharedReading<int, int>(async _ =>
        {
            var seen = Volatile.Read(ref state);
            await Task.Yield();
            return seen;
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                var written = Interlocked.Increment(ref state);
                Assert.True(await shared.AskAsync(1, default) >= written);
            }
        }))).WaitAsync(Patience);
    }

    [Fact]
    public async Task Ask_OfAnotherKey_DoesNotWait()
    {
        var gate = new TaskCompletionSource();
        var shared = new SharedReading<int, int>(async key =>
        {
            if (key == 1)
                await gate.Task;
            return key;
        });

        var held = shared.AskAsync(1, default);

        Assert.Equal(2, await shared.AskAsync(2, default).WaitAsync(Patience));
        Assert.False(held.IsCompleted);
        gate.SetResult();
        await held.WaitAsync(Patience);
    }

    [Fact]
    public async Task Ask_ReadingFails_ItsAskersHearOfItAndTheNextReads()
    {
        var (gate, readings) = (new TaskCompletionSource(), 0);
        var shared = new SharedReading<int, int>(async _ =>
        {
            var mine = Interlocked.Increment(ref readings);
            await gate.Task;
            return mine == 1 ? throw new InvalidOperationException("Gone.") : mine;
        });

        var (first, second) = (shared.AskAsync(1, default), shared.AskAsync(1, default));
        gate.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => first.WaitAsync(Patience));
        Assert.Equal(2, await second.WaitAsync(Patience));
        Assert.Equal(3, await shared.AskAsync(1, default).WaitAsync(Patience));
    }

    [Fact]
    public async Task Ask_OneLeaves_TheOthersAreStillGivenTheirs()
    {
        var gate = new TaskCompletionSource();
        var shared = new SharedReading<int, int>(async key =>
        {
            await gate.Task;
            return key;
        });
        using var leaving = new CancellationTokenSource();

        var (gone, stays) = (shared.AskAsync(1, leaving.Token), shared.AskAsync(1, default));
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone.WaitAsync(Patience));
        gate.SetResult();
        Assert.Equal(1, await stays.WaitAsync(Patience));
    }
}
