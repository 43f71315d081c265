using DataBureau.Domain.Filings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.Plans;

/// <summary>A row of the list.</summary>
public sealed record PlanRow(
    Guid Id, int Version, string Kind, string Title, int? PeriodFrom, int? PeriodTo, int Edition, PlanState State, string RegionCode, string RegionName, string OrganisationName,
    string? ApprovalNumber, DateOnly? ApprovalDate, string? RecipientName, string? FilingNumber, DateTimeOffset? FiledAt, DateTimeOffset? RecordedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>What is due first.</summary>
    public DeadlineView? Deadline { get; init; }

    /// <summary>The title; of a further edition with its number, for it is in the list beside the first.</summary>
    public string Name => CaseEdition.Titled(Title, Edition);

    /// <summary>2026—2030.</summary>
    public string Period => PlanWords.Period(PeriodFrom, PeriodTo);
}

/// <summary>Another edition of the same plan.</summary>
public sealed record EditionLink(Guid Id, int Edition, PlanState State);

/// <summary>A plan as its page shows it.</summary>
public sealed record PlanDetailView(
    Guid Id, int Version, string Kind, int Edition, PlanState State, PlanContent Content, PlanRule? Rule, JurisdictionPolicy Policy,
    Guid OrganisationId, string OrganisationName, string RegionCode, string RegionName, string? ApprovingOrganName, FilingRecipient? Recipient, FilingRecipient? RecipientNow,
    string? FilingNumber, DateTimeOffset? FiledAt, DateTimeOffset? RecordedAt,
    IReadOnlyList<PermittedAct<PlanAction>> Permitted, PlanParts Editable, IReadOnlyList<SupplementRound> Rounds, IReadOnlyList<EditionLink> Editions, IReadOnlyList<HistoryEntry> History)
    : ICaseView<PlanAction>
{
    public int AttachmentCount { get; init; }

    public IReadOnlyList<DeadlineView> Deadlines { get; init; } = [];

    /// <summary>Keys of the fields that the reader may change now.</summary>
    public IReadOnlySet<string> OpenFields { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The reserved numbers that the office may give to it.</summary>
    public IReadOnlyList<Reservation> Numbers { get; init; } = [];

    /// <summary>What a further edition changes of the one before; null for a first.</summary>
    public EditionChanges? Changes { get; init; }

    /// <summary>市、县 plans of P02 are filed; the screen says what filing is and is not.</summary>
    public bool IsFiled => Rule?.Filing is not null;

    public string KindName => Rule?.Name ?? Mechanisms.NameOf(Kind);

    /// <summary>What was asked for and is not answered yet.</summary>
    public SupplementRound? OpenRound => Rounds.LastOrDefault() is { AnsweredAt: null } round ? round : null;

    public string? OrganName(Guid id) => id == Content.Approval.OrganId ? ApprovingOrganName : null;
}

/// <summary>What the list offers beside its rows.</summary>
/// <param name="CanDraft">The reader's body drafts plans.</param>
/// <param name="Regions">Those that have plans the reader sees.</param>
/// <param name="Kinds">Those of the reader's own jurisdictions, and those of the plans there are.</param>
public sealed record PlanListOptions(bool CanDraft, IReadOnlyList<(string Code, string Name)> Regions, IReadOnlyList<(string Value, string Text)> Kinds);

/// <summary>What the edit form offers to choose from.</summary>
public sealed record PlanFormOptions(
    JurisdictionPolicy Policy, string RegionCode, string RegionName, string OrganisationName, IReadOnlyList<PlanRule> Kinds, IReadOnlyList<(Guid Id, string Name)> Organs, IReadOnlyList<UpstreamChoice> Upstream);

/// <summary>A plan that may be cited as upstream.</summary>
public sealed record UpstreamChoice(Guid Id, string Kind, string Title, string Version);

/// <summary>Words that several places use.</summary>
public static class PlanWords
{
    public const string FilingNote = "备案是接收机关收到并提出合规意见，不是批准；规划的效力来自本级人民政府的批准。";

    public static string FormName(PlanDetailView view) => !view.IsFiled ? "规划登记表" : view.Edition > 1 ? "变更备案表" : "规划备案表";

    /// <summary>With whom it is, or will be, filed.</summary>
    public static string FiledWith(PlanDetailView view) =>
        view.Recipient is { } recipient ? $"报{recipient.Name}备案。"
        : view.RecipientNow is { } now ? $"批准后报{now.Name}（{view.Rule!.Filing!.Words}）备案。"
        : $"批准后报{view.Rule!.Filing!.Words}备案。";

    public static string Filing(PlanRule rule) => rule.Filing is { } filing ? $"批准后报{filing.Words}备案" : "没有条文要求备案";

    public static string Publication(PlanRule rule) => rule.Published ? "须向社会公布" : "没有条文要求公布";

    public static string Period(int? from, int? to) => (from, to) switch
    {
        ({ } f, { } t) when f == t => $"{f}",
        ({ } f, { } t) => $"{f}—{t}",
        ({ } f, null) => $"{f}—",
        _ => "",
    };
}
