using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Tests.Domain.Jurisdictions;

public sealed class PolicySwitchRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly Actor Proposer = new(Guid.NewGuid(), "提出人", Guid.NewGuid(), "某局", []);
    private static readonly Actor Second = new(Guid.NewGuid(), "确认人", Guid.NewGuid(), "某局", []);

    [Fact]
    public void Decide_ByTheProposer_RefusedWhateverTheyMayDo()
    {
        var proposed = Propose();

        Assert.Equal("PolicySwitchOwn", proposed.Decide(true, null, Proposer, Now)?.Code);
        Assert.Equal((PolicySwitchState.Proposed, 1), (proposed.State, proposed.Version));
    }

    [Fact]
    public void Decide_Once_ThenNoMore()
    {
        var proposed = Propose();

        Assert.Null(proposed.Decide(true, null, Second, Now));
        Assert.Equal((PolicySwitchState.Confirmed, 2, (string?)null), (proposed.State, proposed.Version, proposed.OpenKey));
        Assert.NotNull(proposed.Decide(false, "又不同意。", Second, Now));
        Assert.NotNull(proposed.Withdraw(Proposer, Now));
    }

    private static PolicySwitch Propose() => PolicySwitch.Propose(Guid.NewGuid(), new PolicySwitchContent("140000", PolicySection.Plans, "350000", new DateOnly(2026, 11, 20), "文号", null), Proposer, Now);
}
