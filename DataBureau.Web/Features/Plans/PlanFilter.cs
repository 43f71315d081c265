using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Plans;

/// <summary>What the list is narrowed to. Superseded and discarded editions show only when asked for.</summary>
public sealed record PlanFilter
{
    public string? Search { get; init; }

    public IReadOnlyList<PlanState> States { get; init; } = [];

    public string? Kind { get; init; }

    /// <summary>Region and everything below it.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Own level, body, time of the filing, overdue: what a figure narrows the list to.</summary>
    public ListNarrowing Narrow { get; init; } = new();

    /// <summary>Only what waits for the reader to act.</summary>
    public bool Waiting { get; init; }

    public string? Sort { get; init; }

    public bool Descending { get; init; } = true;

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = ListQuery.DefaultPageSize;

    /// <summary>The filter that an address asks for. Unreadable values narrow nothing.</summary>
    public static PlanFilter Read(ListQuery query) => new()
    {
        Search = query.Search.Length > 0 ? query.Search : null,
        States = [.. query.Filter("state").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(s => Enum.TryParse<PlanState>(s, out var v) && Enum.IsDefined(v) ? v : (PlanState?)null).OfType<PlanState>()],
        Kind = query.Filter("kind") is { Length: > 0 } kind ? kind : null,
        RegionCode = RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Narrow = ListNarrowing.Read(query),
        Waiting = query.Filter("waiting") == "1",
        Sort = query.Sort.Length > 0 ? query.Sort : null,
        Descending = query.Sort.Length == 0 || query.Desc,
        Page = query.Page,
        PageSize = query.PageSize,
    };
}
