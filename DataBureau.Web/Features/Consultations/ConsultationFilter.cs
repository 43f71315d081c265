using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What the list is narrowed to.</summary>
public sealed record ConsultationFilter
{
    /// <summary>Waits for the reader's unit to answer or countersign.</summary>
    public const string Answer = "answer";

    /// <summary>Waits for the reader as convenor.</summary>
    public const string Act = "act";

    public const string Convened = "convened";

    public string? Search { get; init; }

    public IReadOnlyList<ConsultationState> States { get; init; } = [];

    /// <summary>Region and everything below it.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Asked for by a rule, or held by choice; null is both.</summary>
    public bool? ByRule { get; init; }

    /// <summary>Own level, unit, time of the conclusion, overdue answers: what a figure narrows the list to.</summary>
    public ListNarrowing Narrow { get; init; } = new();

    public string? View { get; init; }

    public string? Sort { get; init; }

    public bool Descending { get; init; } = true;

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = ListQuery.DefaultPageSize;

    /// <summary>The filter that an address asks for. Unreadable values narrow nothing.</summary>
    public static ConsultationFilter Read(ListQuery query) => new()
    {
        Search = query.Search.Length > 0 ? query.Search : null,
        States = [.. query.Filter("state").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(s => Enum.TryParse<ConsultationState>(s, out var v) && Enum.IsDefined(v) ? v : (ConsultationState?)null).OfType<ConsultationState>()],
        RegionCode = RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Narrow = ListNarrowing.Read(query),
        ByRule = query.Filter("trigger") switch { "rule" => true, "choice" => false, _ => null },
        View = query.Filter("view") is Answer or Act or Convened ? query.Filter("view") : null,
        Sort = query.Sort.Length > 0 ? query.Sort : null,
        Descending = query.Sort.Length == 0 || query.Desc,
        Page = query.Page,
        PageSize = query.PageSize,
    };
}
