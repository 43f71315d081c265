using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>已办: the reader's own acts.</summary>
public sealed partial class DoneTab
{
    [Inject] private DoneService Service { get; set; } = default!;

    protected override Task<Page<DoneCase>> ListAsync(ListQuery query, CancellationToken cancellationToken) => Service.ListAsync(query, cancellationToken);
}
