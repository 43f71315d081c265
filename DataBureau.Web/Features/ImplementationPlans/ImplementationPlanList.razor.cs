using DataBureau.Domain.ImplementationPlans;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Filings;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>The implementation plans as a list: what is shown stands in the address.</summary>
public sealed partial class ImplementationPlanList
{
    private static readonly (string, string)[] Waiting = [("1", "待我办理")];

    private CaseListOptions _options = new(CanDraft: false, Asked: true, []);

    [Inject] private ImplementationPlanService Plans { get; set; } = default!;

    protected override Task<Page<ImplementationPlanRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Plans.ListAsync(CaseFilter<ImplementationPlanState>.Read(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _options = await Plans.ListOptionsAsync(cancellationToken);
}
