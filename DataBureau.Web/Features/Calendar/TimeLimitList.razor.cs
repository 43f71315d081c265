using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Calendar;

/// <summary>The time limits of a region: the person's own, unless the address names another.</summary>
public sealed partial class TimeLimitList
{
    private IReadOnlyList<(string Value, string Text)> _regions = [];
    private string? _home;

    [Inject] private TimeLimitService Limits { get; set; } = default!;

    protected override async Task<Page<TimeLimitRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var rows = await Limits.ListAsync(query.Filter(TimeLimitColumns.RegionKey) is { Length: > 0 } region ? region : null, cancellationToken);
        return new Page<TimeLimitRow>(rows, rows.Count);
    }

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken)
    {
        var (regions, home) = await Limits.RegionsAsync(cancellationToken);
        _regions = [.. regions.Select(r => (r.Code, r.Text))];
        _home = regions.FirstOrDefault(r => r.Code == home)?.Name;
    }
}
