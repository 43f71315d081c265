using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Organisations;

public enum OrganisationStatus
{
    [ChineseName("在用")] Live,
    [ChineseName("已撤销")] Abolished,
}

/// <summary>A line of the list.</summary>
/// <param name="FormerName">The last of its former names.</param>
public sealed record OrganisationRow(
    Guid Id, string Name, string Code, OrganisationKind Kind, string RegionCode, string RegionName, Responsibilities Responsibilities, int Users, DateTimeOffset? AbolishedAt, string? FormerName)
{
    public OrganisationStatus Status => AbolishedAt is null ? OrganisationStatus.Live : OrganisationStatus.Abolished;
}

/// <summary>Work that is not finished in an organisation: what stands still when it is abolished.</summary>
public sealed record OpenWork(string Title, int Count);

/// <summary>What the page of an organisation needs, in one piece.</summary>
public sealed record OrganisationView(
    Guid Id, int Version, OrganisationContent Content, bool IsProvisional, DateTimeOffset? AbolishedAt, int Users,
    IReadOnlyList<OpenWork> Open, IReadOnlyList<string> Warnings, IReadOnlyList<HistoryEntry> History)
{
    public OrganisationStatus Status => AbolishedAt is null ? OrganisationStatus.Live : OrganisationStatus.Abolished;
}

/// <summary>A region to choose, with its depth in the tree as shown.</summary>
public sealed record RegionChoice(string Code, string Name, int Depth)
{
    // Full-width spaces: a select shows no other indentation.
    public string Text => new string('　', Depth) + Name + " " + Code;
}

/// <summary>What the list is narrowed to; null means no narrowing.</summary>
public sealed record OrganisationFilter
{
    public string Search { get; init; } = "";

    /// <summary>Region and everything below it.</summary>
    public string? RegionCode { get; init; }

    public OrganisationKind? Kind { get; init; }

    public Responsibilities? Responsibility { get; init; }

    public OrganisationStatus? Status { get; init; }

    public string Sort { get; init; } = "";

    public bool Descending { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = ListQuery.DefaultPageSize;

    /// <summary>Reads an address; what it does not know it ignores.</summary>
    public static OrganisationFilter From(ListQuery query) => new()
    {
        Search = query.Search,
        RegionCode = RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Kind = Named<OrganisationKind>(query.Filter("kind")),
        Responsibility = Named<Responsibilities>(query.Filter("responsibility")),
        Status = Named<OrganisationStatus>(query.Filter("status")),
        Sort = query.Sort,
        Descending = query.Desc,
        Skip = query.Skip,
        Take = query.PageSize,
    };

    // By name only: Enum.TryParse would take any number too.
    private static TEnum? Named<TEnum>(string name)
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<TEnum>(name) : null;
}
