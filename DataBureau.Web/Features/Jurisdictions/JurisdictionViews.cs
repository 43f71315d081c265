using DataBureau.Domain;
using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Organisations;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>A line of the list: in a region a section that was switched, or is to be.</summary>
public sealed record PolicySwitchRow(
    Guid Id, string RegionName, string RegionCode, PolicySection Section, string FromName, DateOnly EffectiveFrom, string DocumentNumber, PolicySwitchState State, bool InForce, string ProposedBy, DateTimeOffset ProposedAt, string? DecidedBy, DateTimeOffset? DecidedAt)
{
    public string Standing => State != PolicySwitchState.Confirmed ? State.ChineseName() : InForce ? "现行" : "已确认";
}

/// <summary>One question that the two sets of rules answer differently.</summary>
public sealed record RuleChange(string Title, string Before, string After);

/// <summary>What a switch would change, in words and in open cases.</summary>
public sealed record PolicySwitchPreview(string RegionName, string BeforeName, string AfterName, IReadOnlyList<RuleChange> Changes, IReadOnlyList<string> Touched, Refusal? Refusal);

/// <summary>A switch with what it changes.</summary>
public sealed record PolicySwitchView(Guid Id, int Version, PolicySwitchRow Row, string? Remark, PolicySwitchPreview Preview, bool MayDecide, bool MayWithdraw, IReadOnlyList<HistoryEntry> History);

/// <summary>What can be chosen.</summary>
public sealed record JurisdictionOptions(IReadOnlyList<RegionChoice> Regions, IReadOnlyList<(string Key, string Name)> Policies)
{
    public static readonly JurisdictionOptions None = new([], []);
}
