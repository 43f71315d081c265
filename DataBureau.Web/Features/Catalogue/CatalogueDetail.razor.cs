using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>An entry as a case: state, acts, content, differences, findings, history, basis.</summary>
public sealed partial class CatalogueDetail : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<string, string> _remarks = new(StringComparer.Ordinal);
    private CatalogueDetailView? _view;
    private IDisposable? _subscription;
    private CaseChanged? _newer;
    private Notice? _notice;
    private ConfirmDialog? _discarding;
    private string? _comment;
    private string? _tab = "content";
    private Guid? _next;
    private bool _missing;
    private bool _busy;
    private Guid? _shown;

    [Parameter] public Guid Id { get; set; }

    [Inject] private CatalogueService Catalogue { get; set; } = default!;

    [Inject] private ReviewService Reviews { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "saved")]
    private string? Saved { get; set; }

    public void Dispose()
    {
        _subscription?.Dispose();
        _leaving.Cancel();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id)
            return;
        _shown = Id;
        (_view, _notice, _comment, _next) = (null, null, null, null);
        _remarks.Clear();
        await LoadAsync();
        if (Saved is not null && _view is not null)
            _notice = Notice.Done(Saved == "new" ? $"已新建「{_view.Content.Name}」，保存为草稿。核对无误后点「提交」送本部门负责人审核。" : "已保存。");
    }

    protected override void OnInitialized() => _subscription = Notifier.Subscribe(OnChangedAsync);

    private static bool MayRemark(CatalogueDetailView view) => view.Permitted.Any(p => p is { Action: CatalogueAction.Return, WhyNot: null });

    private static IReadOnlyList<Step> Steps(CatalogueDetailView view)
    {
        var line = CatalogueWorkflow.MainLine;
        if (view.State is CatalogueState.Retired or CatalogueState.Superseded or CatalogueState.Discarded)
            return [.. line.Select(s => new Step(s.ChineseName(), view.History.Any(h => h.ToState == s.ChineseName()) ? StepState.Done : StepState.Upcoming)), new Step(view.State.ChineseName(), StepState.Stopped)];
        var at = view.State == CatalogueState.Returned ? 0 : line.IndexOf(view.State);
        return [.. line.Select((s, i) => new Step(
            i == 0 && view.State == CatalogueState.Returned ? CatalogueState.Returned.ChineseName() : s.ChineseName(),
            i < at || (i == at && view.State == CatalogueState.Published) ? StepState.Done : i == at ? StepState.Current : StepState.Upcoming,
            Detail(view, s, i, at)))];
    }

    /// <summary>Beside a step that is done, who completed it; beside the current one, where it waits.</summary>
    private static string? Detail(CatalogueDetailView view, CatalogueState state, int index, int at)
    {
        if (index > at)
            return null;
        if (index == at && state is (CatalogueState.UnderReview or CatalogueState.DepartmentReview))
            return state == CatalogueState.UnderReview ? view.AuthorityName : view.ProviderName;
        var step = index == at
            ? view.History.LastOrDefault(h => h.IsStep && h.ToState == view.State.ChineseName())
            : view.History.LastOrDefault(h => h.IsStep && (h.FromState == state.ChineseName() || (index == 0 && h.FromState == CatalogueState.Returned.ChineseName())));
        return step is null ? null : $"{step.ActorName} {ChinaTime.Local(step.At):MM-dd}";
    }

    private async Task LoadAsync()
    {
        try
        {
            _view = await Catalogue.FindAsync(Id, _leaving.Token);
            (_missing, _newer) = (_view is null, null);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private Task OnChangedAsync(CaseChanged change) => change.CaseId != Id ? Task.CompletedTask : InvokeAsync(() =>
    {
        // Told, not replaced: a half-written remark must not vanish under the writer's hands.
        if (_view is not null && change.Version > _view.Version && !_busy)
        {
            _newer = change;
            StateHasChanged();
        }
    });

    private async Task ActAsync(CatalogueAction action)
    {
        if (_busy || _view is null || (action == CatalogueAction.Discard && _discarding is not null && !await _discarding.AskAsync()))
            return;
        _busy = true;
        try
        {
            var remarks = action == CatalogueAction.Return ? _remarks.Where(r => !string.IsNullOrWhiteSpace(r.Value)).Select(r => new FieldRemark(r.Key, r.Value.Trim())).ToList() : null;
            var outcome = await Catalogue.ActAsync(Id, _view.Version, action, _comment, remarks);
            _notice = Notice.Of(outcome);
            switch (outcome)
            {
                case Outcome<CatalogueDetailView>.Done done when action == CatalogueAction.Revise:
                    Navigation.NavigateTo($"/catalogue/{done.View.Revisions[0].Id}/edit");
                    break;
                case Outcome<CatalogueDetailView>.Done done:
                    var judged = _view.Permitted.Any(p => p.Action == action && p.Judges);
                    (_view, _comment, _newer) = (done.View, null, null);
                    _remarks.Clear();
                    _next = judged ? await Reviews.NextAsync(Id, done.View.PackageId, _leaving.Token) : null;
                    break;
                case Outcome<CatalogueDetailView>.Conflict conflict:
                    (_view, _newer) = (conflict.View, null);
                    break;
                case Outcome<CatalogueDetailView>.Refused { View: { } view }:
                    _view = view;
                    break;
                case Outcome<CatalogueDetailView>.NotFound:
                    _missing = true;
                    break;
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
