using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The units behind a figure of the coverage.</summary>
public sealed partial class OfficerUnits
{
    private static readonly IReadOnlyList<(string Value, string Text)> Figures = [.. FilterSelect.Of<CoverageFigure>().Where(f => f.Value != nameof(CoverageFigure.Units))];
    private static readonly IReadOnlyList<(string Value, string Text)> Posts = [.. FilterSelect.Of<DataPost>().Where(p => p.Value != nameof(DataPost.ChiefDataOfficer))];
    private static readonly IReadOnlyList<(string Value, string Text)> Own = [("1", "只看本级")];

    private IReadOnlyList<(string Code, string Name)> _regions = [];

    [Inject] private CoverageService Coverage { get; set; } = default!;

    protected override Task<Page<UnitRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Coverage.ListAsync(CoverageFilter.Read(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _regions = await Coverage.RegionsAsync(cancellationToken);
}
