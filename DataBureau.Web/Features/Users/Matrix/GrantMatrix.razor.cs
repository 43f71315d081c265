using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users.Matrix;

/// <summary>People by roles, for a region or a body.</summary>
public sealed partial class GrantMatrix
{
    private IReadOnlyList<(string Value, string Text)> _regions = [];

    [Inject] private GrantMatrixService Grants { get; set; } = default!;

    protected override Task<Page<GrantMatrixRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Grants.ListAsync(GrantFilter.From(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _regions = [.. (await Grants.RegionsAsync(cancellationToken)).Select(r => (r.Code, r.Text))];
}
