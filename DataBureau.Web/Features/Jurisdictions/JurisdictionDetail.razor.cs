using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>A switch with what it changes; the second person decides here.</summary>
public sealed partial class JurisdictionDetail : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private PolicySwitchView? _view;
    private Notice? _notice;
    private ConfirmDialog _confirm = default!;
    private string? _comment;
    private bool _confirming;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }

    [Inject] private JurisdictionService Jurisdictions { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Id == Id)
            return;
        _view = await Jurisdictions.FindAsync(Id, _leaving.Token);
        _missing = _view is null;
        _notice = Navigation.HistoryEntryState is { } sentence ? Notice.Done(sentence) : null;
    }

    private async Task DecideAsync(bool confirm)
    {
        (_confirming, _comment) = (confirm, null);
        if (_view is { } view && await _confirm.AskAsync())
            await ActAsync(() => Jurisdictions.DecideAsync(view.Id, view.Version, confirm, _comment));
    }

    private Task WithdrawAsync() => _view is { } view ? ActAsync(() => Jurisdictions.WithdrawAsync(view.Id, view.Version)) : Task.CompletedTask;

    private async Task ActAsync(Func<Task<Outcome<PolicySwitchView>>> act)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var outcome = await act();
            _notice = Notice.Of(outcome);
            _view = outcome switch
            {
                Outcome<PolicySwitchView>.Done done => done.View,
                Outcome<PolicySwitchView>.Refused refused => refused.View ?? _view,
                Outcome<PolicySwitchView>.Conflict conflict => conflict.View,
                _ => _view,
            };
        }
        finally
        {
            _busy = false;
        }
    }

    public void Dispose() => _leaving.Cancel();
}
