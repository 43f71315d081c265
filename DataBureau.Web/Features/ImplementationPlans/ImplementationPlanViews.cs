using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>A row of the list.</summary>
public sealed record ImplementationPlanRow(
    Guid Id, string Title, string? Field, decimal? Budget, DateOnly? Start, DateOnly? Finish, int Edition, ImplementationPlanState State, string RegionCode, string RegionName, string OrganisationName,
    string? RecipientName, string? FilingNumber, DateTimeOffset? FiledAt, DateTimeOffset? RecordedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>The title; of a further edition with its number, for it is in the list beside the first.</summary>
    public string Name => CaseEdition.Titled(Title, Edition);

    public DeadlineView? Deadline { get; init; }
}

/// <summary>Another edition of the same plan.</summary>
public sealed record ImplementationPlanEdition(Guid Id, int Edition, ImplementationPlanState State);

/// <summary>An implementation plan as its page shows it.</summary>
public sealed record ImplementationPlanView(
    Guid Id, int Version, int Edition, ImplementationPlanState State, ImplementationPlanContent Content, JurisdictionPolicy Policy, string OrganisationName, string RegionName,
    FilingRecipient? Recipient, FilingRecipient? RecipientNow, string? FilingNumber, DateTimeOffset? FiledAt, DateTimeOffset? RecordedAt,
    IReadOnlyList<PermittedAct<ImplementationPlanAction>> Permitted, bool Editable, IReadOnlyList<SupplementRound> Rounds, IReadOnlyList<ImplementationPlanEdition> Editions, IReadOnlyList<HistoryEntry> History)
    : ICaseView<ImplementationPlanAction>
{
    public int AttachmentCount { get; init; }

    public IReadOnlyList<DeadlineView> Deadlines { get; init; } = [];

    /// <summary>Keys of the fields that the reader may change now.</summary>
    public IReadOnlySet<string> OpenFields { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The reserved numbers that the office may give to it.</summary>
    public IReadOnlyList<Reservation> Numbers { get; init; } = [];

    /// <summary>What a further edition changes of the one before; null for a first.</summary>
    public EditionChanges? Changes { get; init; }

    public ImplementationFilingRule? Rule => Policy.Projects.ImplementationFiling;

    public LegalBasis? Basis => Policy.BasisOf(ImplementationPlanWorkflow.Mechanism);

    /// <summary>What was asked for and is not answered yet.</summary>
    public SupplementRound? OpenRound => Rounds.LastOrDefault() is { AnsweredAt: null } round ? round : null;
}

/// <summary>Words that several places use.</summary>
public static class ImplementationPlanWords
{
    public const string FilingNote = "备案是接收机关收到并提出意见，不是批准。";

    public static string FormName(ImplementationPlanView view) => view.Edition > 1 ? "项目实施方案变更备案表" : "项目实施方案备案表";

    /// <summary>With whom it is, or will be, filed.</summary>
    public static string FiledWith(ImplementationPlanView view) =>
        view.Recipient is { } recipient ? $"报{recipient.Name}备案。"
        : view.RecipientNow is { } now ? $"负责人审签通过后即报{now.Name}（{view.Rule?.Filing.Words}）备案。"
        : view.Rule is { } rule ? $"负责人审签通过后即报{rule.Filing.Words}备案。" : string.Empty;
}
