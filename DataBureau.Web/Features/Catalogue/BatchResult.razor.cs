using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>One report for a whole batch: how many were done, and every one that was not, with its reason.</summary>
public sealed partial class BatchResult
{
    [Parameter] public BatchReport? Report { get; set; }

    [Parameter] public EventCallback OnDismiss { get; set; }
}
