using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Projects;

/// <summary>What the ledger is narrowed to. Terminated projects show only when asked for.</summary>
public sealed record ProjectFilter
{
    public string? Search { get; init; }

    public IReadOnlyList<ProjectState> States { get; init; } = [];

    /// <summary>J10: whose view: the one regulator decides on annual plans, the other on what departments bring.</summary>
    public ProjectTrack? Track { get; init; }

    public string? RegionCode { get; init; }

    public Guid? PlanId { get; init; }

    /// <summary>Own level, body, time of the reply, overdue: what a figure narrows the list to.</summary>
    public ListNarrowing Narrow { get; init; } = new();

    public bool Waiting { get; init; }

    public string? Sort { get; init; }

    public bool Descending { get; init; } = true;

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = ListQuery.DefaultPageSize;

    public static ProjectFilter Read(ListQuery query) => new()
    {
        Search = query.Search.Length > 0 ? query.Search : null,
        States = [.. query.Filter("state").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(s => Enum.TryParse<ProjectState>(s, out var v) && Enum.IsDefined(v) ? v : (ProjectState?)null).OfType<ProjectState>()],
        Track = query.Filter("view") switch { "govinfo" => ProjectTrack.AnnualPlan, "data" => ProjectTrack.Department, _ => null },
        RegionCode = RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        PlanId = Guid.TryParse(query.Filter("plan"), out var plan) ? plan : null,
        Narrow = ListNarrowing.Read(query),
        Waiting = query.Filter("waiting") == "1",
        Sort = query.Sort.Length > 0 ? query.Sort : null,
        Descending = query.Sort.Length == 0 || query.Desc,
        Page = query.Page,
        PageSize = query.PageSize,
    };
}
