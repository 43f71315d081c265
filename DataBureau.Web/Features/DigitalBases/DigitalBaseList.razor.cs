using DataBureau.Domain.DigitalBases;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Filings;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>The applications as a list: what is shown stands in the address.</summary>
public sealed partial class DigitalBaseList
{
    private static readonly (string, string)[] Waiting = [("1", "待我办理")];

    private CaseListOptions _options = new(CanDraft: false, Asked: true, []);

    [Inject] private DigitalBaseService Bases { get; set; } = default!;

    protected override Task<Page<DigitalBaseRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Bases.ListAsync(CaseFilter<DigitalBaseState>.Read(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _options = await Bases.ListOptionsAsync(cancellationToken);
}
