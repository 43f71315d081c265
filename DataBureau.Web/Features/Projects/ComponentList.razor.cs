using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>The register of shared platforms and components.</summary>
public sealed partial class ComponentList
{
    private ComponentRights _rights = ComponentRights.None;

    [Inject] private ComponentService Components { get; set; } = default!;

    protected override Task<Page<ComponentRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Components.ListAsync(query, cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _rights = (await Components.FindAsync(null, cancellationToken)).Rights;
}
