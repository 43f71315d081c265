using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>机构调整 in four steps: the way, the facts, the preview, the act. Nothing is changed before the last.</summary>
public sealed partial class OrganisationChangePage : IDisposable
{
    private static readonly string[] Titles = ["选择方式", "填写文号、日期", "预览", "确定"];

    private readonly CancellationTokenSource _leaving = new();
    private OrganisationChangeForm _form = new();
    private OrganisationView? _body;
    private OrganisationChangePreview? _preview;
    private Notice? _notice;
    private ConfirmDialog _confirm = default!;
    private int _step;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }

    /// <summary>The way, where the link has chosen it.</summary>
    [SupplyParameterFromQuery(Name = "kind")] public string? Kind { get; set; }

    [Inject] private OrganisationService Organisations { get; set; } = default!;
    [Inject] private OrganisationChangeService Changes { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private IReadOnlyList<Step> Steps => [.. Titles.Select((title, i) => new Step(title, i < _step ? StepState.Done : i == _step ? StepState.Current : StepState.Upcoming))];

    protected override async Task OnParametersSetAsync()
    {
        if (_body?.Id == Id)
            return;
        _body = await Organisations.FindAsync(Id, _leaving.Token);
        _missing = _body is not { Status: OrganisationStatus.Live };
        _form = new OrganisationChangeForm { Kind = ChangeWays.All.Where(w => w.Kind.ToString() == Kind).Select(w => (OrganisationChangeKind?)w.Kind).FirstOrDefault() };
        _step = _form.Kind is null ? 0 : 1;
    }

    private void GoTo(int step) => (_step, _notice, _form.Wrong) = (step, null, []);

    private async Task PreviewAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _notice = null;
            _preview = await Changes.PreviewAsync(_form.ToChange(Id), _leaving.Token);
            Show();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left.
        }
        finally
        {
            _busy = false;
        }
    }

    /// <summary>What is wrong with a field is said at the field; what stands in the way elsewhere is said above the preview.</summary>
    private void Show()
    {
        if (_preview is null)
        {
            _missing = true;
            return;
        }

        _form.Wrong = _preview.Refusal?.Details.Where(d => d.Field is not null).ToList() ?? [];
        (_step, _notice) = (_form.Wrong.Count > 0 ? 1 : 2, _preview.Refusal is { } refusal ? Notice.Of(refusal) : null);
        if (_form.Wrong.Count > 0)
            _notice = _notice! with { Details = [.. _preview.Refusal!.Details.Where(d => d.Field is null)] };
    }

    private async Task ApplyAsync()
    {
        if (_busy || _preview is not { } preview || !await _confirm.AskAsync())
            return;
        _busy = true;
        try
        {
            var outcome = await Changes.ApplyAsync(preview.Change, preview.Seen);
            if (outcome is Outcome<OrganisationChangeResult>.Done done)
                Navigation.NavigateTo($"/admin/organisations/{done.View.Id}?tab=reform", new NavigationOptions { HistoryEntryState = done.Sentence });
            else
                _notice = Notice.Of(outcome);
        }
        finally
        {
            _busy = false;
        }
    }

    public void Dispose() => _leaving.Cancel();
}
