using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users.Matrix;

/// <summary>The bodies that lack somebody, and whom.</summary>
public sealed partial class GrantGaps
{
    private IReadOnlyList<(string Value, string Text)> _regions = [];

    [Inject] private GrantMatrixService Grants { get; set; } = default!;

    protected override Task<Page<GrantGapRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Grants.GapsAsync(GrantFilter.From(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _regions = [.. (await Grants.RegionsAsync(cancellationToken)).Select(r => (r.Code, r.Text))];
}
