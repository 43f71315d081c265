using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>The bureau's sets of indicators, version by version.</summary>
public sealed partial class IndicatorSetList
{
    private Notice? _notice;
    private ConfirmDialog _asking = default!;
    private string? _name;
    private bool _busy;

    [Inject] private IndicatorSetService Sets { get; set; } = default!;

    [Inject] private NavigationManager Address { get; set; } = default!;

    protected override Task<Page<IndicatorSetRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Sets.ListAsync(query, cancellationToken);

    protected override Task ReadOptionsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A click alone makes no set.</summary>
    private async Task AskAsync()
    {
        (_name, _notice) = (IndicatorTemplate.Content.Name, null);
        if (await _asking.AskAsync())
            await CreateAsync();
    }

    private async Task CreateAsync()
    {
        if (_busy)
            return;
        _busy = true;
        var outcome = await Sets.CreateAsync(_name);
        _busy = false;
        if (outcome is Outcome<IndicatorSetView>.Done done)
            Address.NavigateTo($"/chief-data-officers/indicators/{done.View.Id}");
        else
            _notice = Notice.Of(outcome);
    }
}
