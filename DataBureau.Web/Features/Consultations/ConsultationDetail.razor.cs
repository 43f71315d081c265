using DataBureau.Domain.Consultations;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>One thing a convenor does from a tab. True when it was done.</summary>
public delegate Task<bool> ConvenorAct(Func<ConsultationConvening, ConsultationView, Task<Outcome<ConsultationView>>> act);

/// <summary>A consultation as a case. Opinions and presence arrive by themselves; a step of the case is told, not put under the reader's hands.</summary>
public sealed partial class ConsultationDetail
{
    private ConsultationView? _view;
    private Notice? _notice;
    private Notice? _refused;
    private ConfirmDialog? _confirming;
    private ConsultationAction? _asked;
    private string? _comment;
    private string? _reserved;
    private Guid? _shown;
    private bool _newer;
    private bool _missing;
    private bool _busy;
    private int _stamp;

    /// <summary>Counts on also when a step is only told: whether a unit may still hand in is not left to a page that is out of date.</summary>
    private int _heard;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    [Inject] private ConsultationService Consultations { get; set; } = default!;

    [Inject] private ConsultationConvening Convening { get; set; } = default!;

    [Inject] private ConsultationAnswers Answers { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        // The first case is read by the base; another under the same page is read here.
        if (_shown is not null && _shown != Id)
        {
            (_view, _notice, _refused, _comment, _reserved, _newer, _missing) = (null, null, null, null, null, false, false);
            await LoadAsync();
        }

        _shown = Id;
    }

    protected override bool Concerns(CaseChanged change) => change.CaseId == Id && (change.Kind is Consultation.CaseKind or ConsultationEvents.Opinion);

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var fresh = await Consultations.FindAsync(Id, cancellationToken);
        if (fresh is null)
        {
            _missing = _view is null;
            _newer = _view is not null;
            return;
        }

        if (_view is { } seen && seen.Version != fresh.Version)
        {
            _newer = true;
            _heard++;
            return;
        }

        Show(fresh);
    }

    protected override bool MayReload() => !_busy;

    private void Show(ConsultationView view)
    {
        (_view, _newer, _missing) = (view, false, false);
        _stamp++;
        _heard++;
    }

    private void ShowTab(string? tab) => Navigation.NavigateTo($"/consultations/{Id}?tab={tab}", replace: true);

    private async Task TakeNewerAsync()
    {
        if (await Consultations.FindAsync(Id, Leaving) is { } fresh)
            Show(fresh);
        else
            _missing = true;
    }

    private async Task DecideAsync(ConsultationAction action)
    {
        if (_view is not { } view)
            return;
        if (action == ConsultationAction.Terminate && !string.IsNullOrWhiteSpace(_comment))
        {
            _asked = action;
            if (!await _confirming!.AskAsync())
                return;
        }

        if (await ActAsync((_, v) => Consultations.ActAsync(v.Id, v.Version, action, _comment, action is ConsultationAction.Send or ConsultationAction.DrawUpMinutes ? _reserved : null)))
            (_comment, _reserved) = (null, null);
    }

    /// <summary>What is refused to a long tab is said there, beside its button, not at the top of the page.</summary>
    private async Task<bool> ActInTabAsync(Func<ConsultationConvening, ConsultationView, Task<Outcome<ConsultationView>>> act)
    {
        var before = _notice;
        if (await ActAsync(act))
            return true;
        // Asked while another act ran, nothing was answered: what stands on the page is of that one.
        if (!ReferenceEquals(_notice, before))
            (_notice, _refused) = (null, _notice);
        return false;
    }

    private async Task CountersignAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _notice = Notice.Of(await Answers.CountersignAsync(Id));
            await TakeNewerAsync();
        }
        finally
        {
            _busy = false;
            RequestReload();
        }
    }

    private async Task<bool> ActAsync(Func<ConsultationConvening, ConsultationView, Task<Outcome<ConsultationView>>> act)
    {
        if (_busy || _view is not { } view)
            return false;
        _busy = true;
        try
        {
            var outcome = await act(Convening, view);
            (_notice, _refused) = (Notice.Of(outcome), null);
            switch (outcome)
            {
                case Outcome<ConsultationView>.Done done:
                    Show(done.View);
                    return true;
                case Outcome<ConsultationView>.Conflict conflict:
                    Show(conflict.View);
                    break;
                case Outcome<ConsultationView>.Refused { View: { } fresh }:
                    Show(fresh);
                    break;
                case Outcome<ConsultationView>.NotFound:
                    _missing = true;
                    break;
            }

            return false;
        }
        finally
        {
            _busy = false;
            RequestReload();
        }
    }
}
