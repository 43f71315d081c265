namespace DataBureau.Tests.Shared;

/// <summary>A clock that runs, from the tests' day on: what is typed and expected there holds on whatever day the tests run, and no day ends under them.</summary>
public sealed class RunningClock : TimeProvider
{
    private readonly TimeSpan _ahead = System.GetUtcNow() - new TestClock().Now;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - _ahead;
}
