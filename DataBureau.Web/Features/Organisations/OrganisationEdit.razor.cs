using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations;

/// <summary>Registers an organisation or changes one; the page keeps what was typed whatever the outcome.</summary>
public sealed partial class OrganisationEdit : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private OrganisationForm _form = new();
    private IReadOnlyList<RegionChoice> _regions = [];
    private OrganisationView? _view;
    private Notice? _notice;
    private OrganisationSurroundings? _around;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid? Id { get; set; }

    /// <summary>The shown tab; a link may name it.</summary>
    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    [Inject] private OrganisationService Organisations { get; set; } = default!;
    [Inject] private OrganisationChangeService Changes { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_regions.Count == 0)
            _regions = await Organisations.RegionsAsync(_leaving.Token);
        if (Id == _view?.Id)
            return;
        var view = Id is { } id ? await Organisations.FindAsync(id, _leaving.Token) : null;
        var around = view is null ? null : await Changes.SurroundingsAsync(view.Id, _leaving.Token);
        // All at once: drawn between two of them, the page would take what is typed into a form that is then replaced.
        (_view, _around, _missing, _form) = (view, around, Id is not null && view is null, view is null ? new OrganisationForm() : OrganisationForm.Of(view));
        _notice = view is not null && Navigation.HistoryEntryState is { } sentence ? Notice.Done(sentence) : null;
    }

    private Task SaveAsync() => ActAsync(() => _view is null ? Organisations.CreateAsync(_form.ToContent()) : Organisations.EditAsync(_view.Id, _view.Version, _form.ToContent()));

    private Task RestoreAsync() => _view is { } view ? ActAsync(() => Organisations.RestoreAsync(view.Id, view.Version, null)) : Task.CompletedTask;

    private async Task ActAsync(Func<Task<Outcome<OrganisationView>>> act)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            Show(await act());
        }
        finally
        {
            _busy = false;
        }
    }

    private void Show(Outcome<OrganisationView> outcome)
    {
        _notice = Notice.Of(outcome);
        _form.Wrong = [];
        switch (outcome)
        {
            case Outcome<OrganisationView>.Done done:
                (_view, _form) = (done.View, OrganisationForm.Of(done.View));
                // The new address makes a new page; the sentence travels with it.
                if (Id is null)
                    Navigation.NavigateTo($"/admin/organisations/{done.View.Id}", new NavigationOptions { ReplaceHistoryEntry = true, HistoryEntryState = done.Sentence });
                break;
            case Outcome<OrganisationView>.Refused { Refusal: var refusal }:
                // Said at the fields, so not once more above them.
                _form.Wrong = refusal.Details;
                _notice = _notice with { Details = [] };
                break;
            case Outcome<OrganisationView>.Conflict conflict:
                _view = conflict.View;
                _notice = _notice with { Details = Differences(conflict.View) };
                break;
        }
    }

    /// <summary>Field by field, what the other person saved where it is not what stands here.</summary>
    private IReadOnlyList<RefusalDetail> Differences(OrganisationView theirs)
    {
        var ours = _form.ToContent().Tidy();
        return [.. OrganisationFields.Differences(theirs.Content, ours).Select(f => new RefusalDetail(f.Key, $"{f.Title}：对方保存为「{f.Text(theirs.Content)}」，您填写的是「{f.Text(ours)}」。"))];
    }

    public void Dispose()
    {
        _leaving.Cancel();
    }
}
