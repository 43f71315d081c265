using DataBureau.Domain;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>A row of the list.</summary>
public sealed record DigitalBaseRow(
    Guid Id, string Title, int Round, DigitalBaseState State, string RegionCode, string RegionName, string OrganisationName, string? AuthorityName, decimal? Budget,
    string? ConsentNumber, DateTimeOffset? AppliedAt, DateTimeOffset? DecidedAt, DateTimeOffset? BuiltAt, DateTimeOffset? ConnectedAt, DateTimeOffset UpdatedAt)
{
    public DeadlineView? Deadline { get; init; }
}

/// <summary>Another application of the same county.</summary>
public sealed record DigitalBaseRound(Guid Id, int Round, DigitalBaseState State);

/// <summary>An application as its page shows it.</summary>
/// <param name="Editable">The part that the reader may write now.</param>
public sealed record DigitalBaseView(
    Guid Id, int Version, int Round, DigitalBaseState State, DigitalBaseContent Content, JurisdictionPolicy Policy, string OrganisationName, string RegionName,
    FilingRecipient? Authority, FilingRecipient? AuthorityNow, string? ConsentNumber, DateTimeOffset? AppliedAt, DateTimeOffset? DecidedAt, DateTimeOffset? BuiltAt, DateTimeOffset? ConnectedAt,
    IReadOnlyList<PermittedAct<DigitalBaseAction>> Permitted, DigitalBasePart Editable, IReadOnlyList<DigitalBaseRound> Rounds, IReadOnlyList<HistoryEntry> History)
    : ICaseView<DigitalBaseAction>
{
    public int AttachmentCount { get; init; }

    public IReadOnlyList<DeadlineView> Deadlines { get; init; } = [];

    /// <summary>The reserved numbers that the office may give to it.</summary>
    public IReadOnlyList<Reservation> Numbers { get; init; } = [];

    public DigitalBaseRule? Rule => Policy.Projects.DigitalBase;

    public LegalBasis? Basis => Policy.BasisOf(DigitalBaseWorkflow.Mechanism);

    public string Title => Content.Application.Title;
}

/// <summary>Words that several places use.</summary>
public static class DigitalBaseWords
{
    public const string ConsentNote = "这是同意（审批），不是备案：未经同意不得建设，未连通市级底座不得办结。";

    public const string FormName = "县级数字底座审核意见";

    /// <summary>Whom it asks.</summary>
    public static string Asks(DigitalBaseView view) =>
        view.Authority is { } authority ? $"由{authority.Name}审核。"
        : view.AuthorityNow is { } now ? $"负责人审签通过后即送{now.Name}（{view.Rule?.Consent.Words}）审核。"
        : view.Rule is { } rule ? $"负责人审签通过后即送{rule.Consent.Words}审核。" : string.Empty;

    /// <summary>编辑, 填写论证记录.</summary>
    public static string Edit(DigitalBasePart part) => part == DigitalBasePart.Application ? "编辑" : $"填写{part.ChineseName()}";
}
