using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Calendar;

/// <summary>The time limits of a region: the highest in the person's reach, unless the address names another.</summary>
public sealed partial class TimeLimitList
{
    private IReadOnlyList<(string Value, string Text)> _regions = [];
    private string? _top;

    [Inject] private TimeLimitService Limits { get; set; } = default!;

    protected override async Task<Page<TimeLimitRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var region = query.Filter(TimeLimitColumns.RegionKey) is { Length: > 0 } named ? named : _regions.FirstOrDefault().Value;
        IReadOnlyList<TimeLimitRow> rows = region is null ? [] : await Limits.ListAsync(region, cancellationToken);
        return new Page<TimeLimitRow>(rows, rows.Count);
    }

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken)
    {
        _regions = [.. (await Limits.RegionsAsync(cancellationToken)).Select(r => (r.Code, r.Text))];
        _top = _regions.FirstOrDefault().Text?.Trim();
    }
}
