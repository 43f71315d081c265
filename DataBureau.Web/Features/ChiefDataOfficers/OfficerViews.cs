using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>A row of the roster. The telephone number is masked unless the reader asked for it and may.</summary>
public sealed record OfficerRow(
    Guid Id, int Version, DataPost Post, string PersonName, string? Office, PersonRank? Rank, string? Phone, bool Acting, OfficerState State, string RegionCode, string RegionName,
    Guid OrganisationId, string OrganisationName, OrganisationKind Kind, DateOnly? EffectiveFrom, DateOnly? TermEndsOn, DateOnly? EndedOn, string? DocumentNumber, DateOnly? DocumentDate, string? OtherPosts, string? FilingNumber, DateTimeOffset UpdatedAt)
{
    public DeadlineView? Deadline { get; init; }

    /// <summary>免职文号 and its date; null where the time in office did not end by a removal.</summary>
    public string? RemovalNumber { get; init; }

    public DateOnly? RemovalDate { get; init; }

    /// <summary>张三（代理）; a nomination without a person has none yet.</summary>
    public string Name => PersonName.Length == 0 ? "（人选未定）" : Acting ? $"{PersonName}（代理）" : PersonName;
}

/// <summary>An appointment as its page shows it. The telephone number of the content is masked unless the reader fills it in.</summary>
public sealed record OfficerDetailView(
    Guid Id, int Version, DataPost Post, OfficerState State, OfficerContent Content, JurisdictionPolicy Policy,
    Guid OrganisationId, string OrganisationName, string RegionCode, string RegionName, bool UnitAbolished, FilingRecipient? Recipient, FilingRecipient? RecipientNow,
    string? FilingNumber, DateTimeOffset? FiledAt, DateTimeOffset? RecordedAt, DateOnly? EndedOn, PostDemand Demand, bool LastHolder, string? IncumbentName, IReadOnlyList<ConcurrentPost> Elsewhere,
    IReadOnlyList<PermittedAct<OfficerAction>> Permitted, OfficerParts Editable, bool MayUnmask, IReadOnlyList<SupplementRound> Rounds, int AttachmentCount, IReadOnlyList<HistoryEntry> History)
    : ICaseView<OfficerAction>
{
    /// <summary>The successor's case that the act just done has opened.</summary>
    public Guid? SuccessorId { get; init; }

    /// <summary>免职文号 and its date; null where the time in office did not end by a removal.</summary>
    public string? RemovalNumber { get; init; }

    public DateOnly? RemovalDate { get; init; }

    /// <summary>When the office that holds the filing took note of it.</summary>
    public DateTimeOffset? RemovalNotedAt { get; init; }

    /// <summary>Keys of the fields that the reader may change now.</summary>
    public IReadOnlySet<string> OpenFields { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The reserved numbers that the office may give to it.</summary>
    public IReadOnlyList<Reservation> Numbers { get; init; } = [];

    public IReadOnlyList<DeadlineView> Deadlines { get; init; } = [];

    public string Title => $"{Post.ChineseName()}：{(Content.PersonName.Length > 0 ? Content.PersonName : "人选未定")}";

    /// <summary>What was asked for and is not answered yet.</summary>
    public SupplementRound? OpenRound => Rounds.LastOrDefault() is { AnsweredAt: null } round ? round : null;

    /// <summary>When this holder goes, a post that the scheme asks for stands empty.</summary>
    public bool WouldVacate => LastHolder && Demand == PostDemand.Required;
}

/// <summary>A stretch of a post's history: somebody's term, or nobody's.</summary>
public sealed record PostStretch(Guid? AppointmentId, string? PersonName, bool Acting, OfficerState? State, Term Term)
{
    public bool IsGap => AppointmentId is null;
}

/// <summary>A post of a unit: what is asked, who holds it, who held it, where it stood empty.</summary>
public sealed record UnitPostView(DataPost Post, PostDemand Demand, bool Held, Guid? NominationId, IReadOnlyList<PostStretch> Stretches)
{
    public bool IsVacant => Demand == PostDemand.Required && !Held;
}

/// <summary>A unit with its posts.</summary>
public sealed record UnitView(
    Guid Id, string Name, OrganisationKind Kind, bool HasItOffice, bool Abolished, string RegionCode, string RegionName, OfficerScheme Scheme, string? SchemeSetBy, JurisdictionPolicy Policy,
    bool MayNominate, IReadOnlyList<UnitPostView> Posts);

/// <summary>What the edit form starts from.</summary>
/// <param name="Units">The units that the reader may nominate for.</param>
public sealed record OfficerFormOptions(IReadOnlyList<(Guid Id, string Name, string RegionCode)> Units);

/// <summary>Words that several places use.</summary>
public static class OfficerWords
{
    public const string FilingNote = "备案是接收机关收到并登记，不是批准；任职自任命文件生效起算。";

    public const string SchemeNote = "岗位设置方案、任命文件和报备由本局设定，不是条文要求；任职级别条文没有规定的，也由本局设定。";

    public static string Term(Term term) => $"{term.From:yyyy-MM-dd} 至 {(term.To is { } to ? to.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "今")}";
}
