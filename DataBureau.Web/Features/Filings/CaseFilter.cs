using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Filings;

/// <summary>What a list of cases is narrowed to.</summary>
public sealed record CaseFilter<TState>
    where TState : struct, Enum
{
    public string? Search { get; init; }

    public IReadOnlyList<TState> States { get; init; } = [];

    /// <summary>Region and everything below it.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Own level, body, time of the filing or decision, overdue: what a figure narrows the list to.</summary>
    public ListNarrowing Narrow { get; init; } = new();

    /// <summary>Only what waits for the reader to act.</summary>
    public bool Waiting { get; init; }

    public string? Sort { get; init; }

    public bool Descending { get; init; } = true;

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = ListQuery.DefaultPageSize;

    public int Skip => (Page - 1) * PageSize;

    /// <summary>The filter that an address asks for. Unreadable values narrow nothing.</summary>
    public static CaseFilter<TState> Read(ListQuery query) => new()
    {
        Search = query.Search.Length > 0 ? query.Search : null,
        States = [.. query.Filter("state").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(s => Enum.TryParse<TState>(s, out var v) && Enum.IsDefined(v) ? v : (TState?)null).OfType<TState>()],
        RegionCode = RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Narrow = ListNarrowing.Read(query),
        Waiting = query.Filter("waiting") == "1",
        Sort = query.Sort.Length > 0 ? query.Sort : null,
        Descending = query.Sort.Length == 0 || query.Desc,
        Page = query.Page,
        PageSize = query.PageSize,
    };
}

/// <summary>What a list of cases offers beside its rows.</summary>
/// <param name="CanDraft">The reader may begin a case, and the rule asks the reader's body for it.</param>
/// <param name="Asked">A rule of one of the reader's regions asks for it at all.</param>
/// <param name="Regions">The regions that have cases the reader sees.</param>
public sealed record CaseListOptions(bool CanDraft, bool Asked, IReadOnlyList<(string Code, string Name)> Regions);
