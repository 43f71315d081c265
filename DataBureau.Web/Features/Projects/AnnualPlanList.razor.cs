using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>The annual construction plans that the reader may see.</summary>
public sealed partial class AnnualPlanList
{
    private static readonly (string, string)[] Waiting = [("1", "待我办理")];

    private bool _canPlan;

    [Inject] private AnnualPlanService Plans { get; set; } = default!;

    [Inject] private ProjectService Projects { get; set; } = default!;

    protected override Task<Page<AnnualPlanRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Plans.ListAsync(query, cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _canPlan = (await Projects.ListOptionsAsync(cancellationToken)).CanPlan;
}
