using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>The plans as a list: what is shown stands in the address.</summary>
public sealed partial class PlanList
{
    private static readonly (string, string)[] Waiting = [("1", "待我办理")];

    private PlanListOptions _options = new(CanDraft: false, [], []);

    [Inject] private PlanService Plans { get; set; } = default!;

    protected override Task<Page<PlanRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Plans.ListAsync(PlanFilter.Read(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _options = await Plans.ListOptionsAsync(cancellationToken);
}
