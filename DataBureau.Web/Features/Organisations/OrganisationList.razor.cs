using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations;

/// <summary>The register of organisations, narrowed by what the address says.</summary>
public sealed partial class OrganisationList
{
    private IReadOnlyList<(string Value, string Text)> _regions = [];

    [Inject] private OrganisationService Organisations { get; set; } = default!;

    protected override Task<Page<OrganisationRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Organisations.ListAsync(OrganisationFilter.From(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _regions = [.. (await Organisations.RegionsAsync(cancellationToken)).Select(r => (r.Code, r.Text))];
}
