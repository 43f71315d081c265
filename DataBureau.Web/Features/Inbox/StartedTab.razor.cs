using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>本单位发起的: what the reader's unit brought.</summary>
public sealed partial class StartedTab
{
    [Inject] private StartedService Service { get; set; } = default!;

    protected override Task<Page<StartedCase>> ListAsync(ListQuery query, CancellationToken cancellationToken) => Service.ListAsync(query, cancellationToken);
}
