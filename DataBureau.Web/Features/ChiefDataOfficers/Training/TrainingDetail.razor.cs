using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Training;

/// <summary>One training with its certificate.</summary>
public sealed partial class TrainingDetail : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private TrainingView? _view;
    private ConfirmDialog? _confirming;
    private Notice? _notice;
    private bool _missing;

    [Parameter] public Guid Id { get; set; }

    [Inject] private TrainingService Trainings { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Row.Id == Id)
            return;
        try
        {
            _view = await Trainings.FindAsync(Id, _leaving.Token);
            _missing = _view is null;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private async Task RemoveAsync()
    {
        if (!await _confirming!.AskAsync())
            return;
        if (await Trainings.RemoveAsync(Id) is { } refusal)
            _notice = Notice.Of(refusal);
        else
            Navigation.NavigateTo("/chief-data-officers/training");
    }
}
