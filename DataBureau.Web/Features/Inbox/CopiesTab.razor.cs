using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>抄送: what others pointed out to the reader.</summary>
public sealed partial class CopiesTab
{
    [Inject] private CopiesService Service { get; set; } = default!;

    protected override Task<Page<CopiedCase>> ListAsync(ListQuery query, CancellationToken cancellationToken) => Service.ListAsync(query, cancellationToken);
}
