using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Which appointments the roster shows, beyond a choice of states.</summary>
public enum RosterView
{
    /// <summary>In office, and on the way there.</summary>
    [ChineseName("在任和办理中")] Current,

    [ChineseName("在任")] Holding,

    [ChineseName("任期将满")] Expiring,

    [ChineseName("已卸任")] Ended,

    [ChineseName("待我办理")] Waiting,
}

/// <summary>What the roster is narrowed to.</summary>
public sealed record OfficerFilter
{
    /// <summary>A term counts as ending this many days before its last.</summary>
    public const int ExpiringDays = 90;

    public string? Search { get; init; }

    public IReadOnlyList<OfficerState> States { get; init; } = [];

    public DataPost? Post { get; init; }

    /// <summary>Region and everything below it.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Own level, unit, time of the filing, overdue: what a figure narrows the roster to.</summary>
    public ListNarrowing Narrow { get; init; } = new();

    public OrganisationKind? Kind { get; init; }

    public RosterView View { get; init; }

    /// <summary>Telephone numbers in full: asked for in an export, given with the permission only.</summary>
    public bool Phones { get; init; }

    public string? Sort { get; init; }

    public bool Descending { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = ListQuery.DefaultPageSize;

    /// <summary>The filter that an address asks for. Unreadable values narrow nothing.</summary>
    public static OfficerFilter Read(ListQuery query) => new()
    {
        Search = query.Search.Length > 0 ? query.Search : null,
        States = [.. query.Filter("state").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(Named<OfficerState>).OfType<OfficerState>()],
        Post = Named<DataPost>(query.Filter("post")),
        RegionCode = RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Narrow = ListNarrowing.Read(query),
        Kind = Named<OrganisationKind>(query.Filter("kind")),
        View = Named<RosterView>(query.Filter("view")) ?? RosterView.Current,
        Phones = query.Filter("phones") == "1",
        Sort = query.Sort.Length > 0 ? query.Sort : null,
        Descending = query.Desc,
        Page = query.Page,
        PageSize = query.PageSize,
    };

    // By name only: Enum.TryParse would take any number too.
    internal static TEnum? Named<TEnum>(string name)
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<TEnum>(name) : null;
}
