using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>待办, most urgent first.</summary>
public sealed partial class TodoTab
{
    [Inject] private InboxService Service { get; set; } = default!;

    protected override Task<Page<InboxItem>> ListAsync(ListQuery query, CancellationToken cancellationToken) => Service.ListAsync(query, cancellationToken);
}
