using DataBureau.Domain.Plans;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>What the plan says of itself, what it rests on, and how it was approved, filed and published.</summary>
public sealed partial class PlanContentTab
{
    /// <summary>In the page's title, as the period, or in a table of their own.</summary>
    private static readonly string[] Shown = [nameof(PlanContent.Title), nameof(PlanContent.PeriodFrom), nameof(PlanContent.PeriodTo), nameof(PlanContent.Upstream)];

    [Parameter, EditorRequired] public PlanDetailView View { get; set; } = default!;

    private bool HasApproval => View.Rule?.Approver != PlanApprover.None;
}
