using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>A line of the list. The content comes whole: its columns are chosen by the user.</summary>
public sealed record CatalogueRow(
    Guid Id, int Version, CatalogueState State, int Revision, string ProviderName, string ProviderCode, CaseLocation Place, CatalogueContent Content,
    string? PackageTitle, DateTimeOffset UpdatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? PublishedAt)
{
    public string RegionCode => Place.RegionCode;

    public EntryRef Ref => new(Id, Version, Content.Name, State, Place);
}

/// <summary>Another revision of the same entry.</summary>
public sealed record RevisionLink(Guid Id, int Revision, CatalogueState State, DateTimeOffset UpdatedAt);

/// <summary>What a case page needs, in one piece; <see cref="Permitted"/> is drawn as it stands.</summary>
public sealed record CatalogueDetailView(
    Guid Id,
    int Version,
    CatalogueState State,
    int Revision,
    Guid ProviderId,
    string ProviderName,
    string ProviderCode,
    string? AuthorityName,
    Guid? PackageId,
    string? PackageTitle,
    CatalogueContent Content,
    CatalogueContent? Before,
    JurisdictionPolicy Policy,
    IReadOnlyList<CatalogueFinding> Findings,
    IReadOnlyList<PermittedAct<CatalogueAction>> Permitted,
    bool CanEdit,
    IReadOnlyList<HistoryEntry> History,
    IReadOnlyList<RevisionLink> Revisions,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<DeadlineView> Deadlines)
    : ICaseView<CatalogueAction>
{
    public int AttachmentCount { get; init; }

    /// <summary>The remarks of the last return, while it is being mended.</summary>
    public IReadOnlyList<FieldRemark> OpenRemarks => State is CatalogueState.Returned or CatalogueState.DepartmentReview or CatalogueState.UnderReview
        ? History.LastOrDefault(h => h.Remarks.Count > 0)?.Remarks ?? []
        : [];
}
