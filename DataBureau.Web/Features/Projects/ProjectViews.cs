using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.Projects;

/// <summary>A row of the ledger.</summary>
public sealed record ProjectRow(
    Guid Id, string Name, string? Code, ProjectTrack Track, ProjectState State, string RegionCode, string RegionName, string OrganisationName, string? AuthorityName, string? PlanTitle,
    decimal? Budget, DateOnly? StartOn, DateOnly? FinishOn, Deployment Deployment, bool? Informatization, string? ReplyNumber, DateTimeOffset? RepliedAt, DateTimeOffset? AcceptedAt, DateTimeOffset UpdatedAt,
    int Items, int Matched)
{
    public string Judged => Informatization switch { true => "涉及", false => "不涉及", null => Track == ProjectTrack.Department ? "未判定" : "" };

    public string Period => ProjectWords.Period(StartOn, FinishOn);

    public string Catalogued => Items == 0 ? "" : $"{Matched}/{Items}";
}

/// <summary>A project as its page shows it.</summary>
public sealed record ProjectDetailView(
    Guid Id, int Version, ProjectTrack Track, ProjectState State, ProjectContent Content, JurisdictionPolicy Policy, Guid OrganisationId, string OrganisationName, string RegionCode, string RegionName,
    string? AuthorityName, Guid? AnnualPlanId, ProjectFacts Facts, ProjectJudgement? Judgement, string? ReplyNumber, DateTimeOffset? RepliedAt, DateTimeOffset? AcceptedAt,
    IReadOnlyList<PermittedAct<ProjectAction>> Permitted, ProjectParts Editable, IReadOnlyList<HistoryEntry> History)
    : ICaseView<ProjectAction>
{
    private static readonly Dictionary<string, bool> Judging = new(StringComparer.Ordinal) { [ProjectAction.JudgeInformatization.ChineseName()] = true, [ProjectAction.JudgeOther.ChineseName()] = false };

    public int AttachmentCount { get; init; }

    public IReadOnlyList<DeadlineView> Deadlines { get; init; } = [];

    /// <summary>Every judgement that was made, the oldest first, also those that a later one or a return put out of force.</summary>
    public IReadOnlyList<ProjectJudgement> Judgements => [.. History.Where(h => h.IsStep && Judging.ContainsKey(h.Action)).Select(h => new ProjectJudgement(Judging[h.Action], h.ActorName, h.OrganisationName, h.Comment ?? string.Empty, h.At))];

    /// <summary>Whether the reader decides on what is left out of the data list.</summary>
    public bool CanRelease { get; init; }

    /// <summary>The consultation a rule asks for before the reply; null where it is by choice.</summary>
    public ConsultationRule? AskedConsultation => Track == ProjectTrack.Department ? Policy.Projects.Asked(ConsultationTrigger.ProjectReply, Domain.Organisations.RegionCodes.Level(RegionCode)) : null;

    /// <summary>Where the reader may begin the consultation; null where there is nothing to begin.</summary>
    public string? ConsultHref { get; init; }
}

/// <summary>What the ledger offers beside its rows.</summary>
public sealed record ProjectListOptions(bool CanCompile, bool CanPlan, IReadOnlyList<(string Code, string Name)> Regions, IReadOnlyList<(Guid Id, string Title)> Plans);

/// <summary>What the edit form offers to choose from.</summary>
public sealed record ProjectFormOptions(JurisdictionPolicy Policy, string OrganisationName, IReadOnlyList<(Guid Id, string Title)> Plans);

/// <summary>A component that may serve a needed capability.</summary>
public sealed record ComponentSuggestion(Guid Id, string Name, string OrganisationName, ComponentStatus Status, string Capabilities, int Fit);

/// <summary>An item of the data list with the entry it is matched to, or the one that suggests itself.</summary>
public sealed record DataItemView(
    Guid Id, int Position, string Name, string? Description, string? PlannedEntry, Guid? LineageId, string? EntryName, Guid? EntryId, CatalogueState? EntryState, Guid? SuggestedLineageId, string? SuggestedName, CatalogueState? SuggestedState, DataItemFinding? Finding)
{
    /// <summary>Covered by the reply: neither taken out nor renamed by the builder.</summary>
    public bool IsSettled { get; init; }

    /// <summary>The entry has another name than was planned.</summary>
    public bool NameDiffers { get; init; }

    public DataItemRelease? Release { get; init; }

    public string EntryToMake => PlannedEntry ?? Name;
}

/// <summary>A page of the data list.</summary>
public sealed record DataListView(IReadOnlyList<DataItemView> Items, int Shown, int Total, int Matched, int Suggested);

/// <summary>An annual plan as its page shows it.</summary>
public sealed record AnnualPlanView(
    Guid Id, int Version, AnnualPlanState State, AnnualPlanContent Content, JurisdictionPolicy Policy, string OrganisationName, string RegionCode, string RegionName, AnnualPlanFacts Facts, DateTimeOffset? ReportedAt,
    IReadOnlyList<PermittedAct<AnnualPlanAction>> Permitted, bool CanEdit, ConsultationRule? AskedConsultation, IReadOnlyList<HistoryEntry> History)
{
    public int AttachmentCount { get; init; }

    public decimal Budget { get; init; }

    /// <summary>Whether the reader takes projects off the list.</summary>
    public bool CanStrike { get; init; }

    public string? ConsultHref { get; init; }
}

/// <summary>A row of the annual plans.</summary>
public sealed record AnnualPlanRow(Guid Id, string Title, int? Year, AnnualPlanState State, string RegionCode, string RegionName, string OrganisationName, int Projects, decimal Budget, string? ApprovalNumber, DateOnly? ApprovalDate, DateTimeOffset UpdatedAt);

/// <summary>Words that several places use.</summary>
public static class ProjectWords
{
    public static string Period(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } f, { } t) => $"{Month(f)}—{Month(t)}",
        ({ } f, null) => $"{Month(f)}—",
        _ => "",
    };

    public static string Judgement(ProjectJudgement judgement) => judgement.Informatization ? "涉及信息化建设内容" : "不涉及信息化建设内容";

    public static string Release(DataItemRelease release) => $"已核减：{release.By}（{release.Organisation}）{ChinaTime.DateOf(release.At):yyyy-MM-dd}，理由：{release.Why}";

    public static string Consultation(ConsultationFact fact) => fact.Stage == ConsultationStage.Concluded ? $"已有会商结论（{fact.Number}）" : fact.Stage.ChineseName();

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
