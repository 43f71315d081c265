using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>The bureau's sets of indicators, version by version.</summary>
public sealed partial class IndicatorSetList
{
    private Notice? _notice;
    private bool _busy;

    [Inject] private IndicatorSetService Sets { get; set; } = default!;

    [Inject] private NavigationManager Address { get; set; } = default!;

    protected override Task<Page<IndicatorSetRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Sets.ListAsync(query, cancellationToken);

    protected override Task ReadOptionsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CreateAsync()
    {
        if (_busy)
            return;
        _busy = true;
        var outcome = await Sets.CreateAsync();
        _busy = false;
        if (outcome is Outcome<IndicatorSetView>.Done done)
            Address.NavigateTo($"/chief-data-officers/indicators/{done.View.Id}");
        else
            _notice = Notice.Of(outcome);
    }
}
