using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>A plan as a case: state, acts, content, materials, rounds of supplement, history, basis, editions.</summary>
public sealed partial class PlanDetail : IDisposable
{
    private static readonly PlanAction[] Confirmed = [PlanAction.Discard, PlanAction.Repeal, PlanAction.Refuse];

    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<string, string?> _requests = new(StringComparer.Ordinal);
    private PlanDetailView? _view;
    private IDisposable? _subscription;
    private CaseChanged? _newer;
    private Notice? _notice;
    private ConfirmDialog? _confirming;
    private PlanAction? _asked;
    private string? _comment;
    private string? _tab = "content";
    private Guid? _next;
    private bool _decided;
    private bool _noticing;
    private bool _missing;
    private bool _busy;
    private Guid? _shown;

    [Parameter] public Guid Id { get; set; }

    [Inject] private PlanService Plans { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "saved")]
    private string? Saved { get; set; }

    public void Dispose()
    {
        _subscription?.Dispose();
        _leaving.Cancel();
    }

    protected override void OnInitialized() => _subscription = Notifier.Subscribe(OnChangedAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id)
            return;
        _shown = Id;
        (_view, _notice, _comment, _next, _decided, _noticing, _tab) = (null, null, null, null, false, false, "content");
        _requests.Clear();
        await LoadAsync();
        if (Saved is null || _view is null)
            return;
        _notice = Notice.Done(Saved == "new" ? $"已新建「{_view.Content.Title}」，保存为草稿。请上传规划文本，再点「提交」送本单位负责人审签。" : "已保存。");
        // A new plan has its content; its text is what comes next.
        if (Saved == "new")
            _tab = "files";
    }

    /// <summary>What can be asked for: materials and fields; after the first notice only what that named.</summary>
    private static List<SupplementChoice> Choices(PlanDetailView view)
    {
        var all = (view.Rule?.Materials ?? []).Select(m => new SupplementChoice(m.Key, m.Name))
            .Concat(PlanFields.All.Where(f => f.Part is PlanParts.Content or PlanParts.Approval).Select(f => new SupplementChoice(f.Key, f.Title)));
        var told = view.Rounds.SelectMany(r => r.Items).Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(c => told.Count == 0 || told.Contains(c.Key))];
    }

    private static List<MaterialSlot> Slots(PlanDetailView view) =>
        [.. (view.Rule?.Materials ?? []).Select(m => new MaterialSlot(m.Key, $"{m.Name}（{Domain.ChineseNames.ChineseName(m.Stage)}）", m.Required))];

    /// <summary>Where a remark can be given, what it is for; null where no act takes one.</summary>
    private static string? CommentHint(PlanDetailView view) =>
        view.State == PlanState.Supplementing ? "补正说明：逐项写明补了什么、在哪里；撤回报备须写明原因。"
        : view.State == PlanState.Accepted && view.Permitted.Any(p => p.Judges) ? "备案意见会写入回执；不予备案须写明理由。"
        : view.State == PlanState.PendingFiling && view.Permitted.Any(p => p.Judges) ? "可以不填；告知补正时写在清单前面。"
        : view.Permitted.Any(p => p.Judges) ? "退回须写明原因和需要修改的内容。"
        : string.Join('、', view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name)) is { Length: > 0 } names ? $"{names}须写明原因。" : null;

    private static string Consequence(PlanAction? action) => action switch
    {
        PlanAction.Discard => "作废后不能恢复，只留下记录。",
        PlanAction.Repeal => "废止后本规划不再有效，不能恢复；同一规划期可以另行编制。",
        PlanAction.Refuse => "不予备案的理由会通知报送单位，报送单位处理后可以重新报备。规划的效力不因此改变。",
        _ => string.Empty,
    };

    private async Task LoadAsync()
    {
        try
        {
            _view = await Plans.FindAsync(Id, _leaving.Token);
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

    private async Task ActAsync(PlanAction action)
    {
        if (_busy || _view is not { } view)
            return;
        if (action == PlanAction.RequestSupplement)
        {
            // The list opens; sending it is the act.
            (_noticing, _notice) = (true, null);
            return;
        }

        // Where words are missing, the refusal says so before anybody is asked whether they are sure.
        var incomplete = string.IsNullOrWhiteSpace(_comment) && view.Permitted.Any(p => p.Action == action && p.NeedsComment);
        if (Confirmed.Contains(action) && !incomplete)
        {
            _asked = action;
            if (!await _confirming!.AskAsync())
                return;
        }

        await DoAsync(action);
    }

    private async Task DoAsync(PlanAction action)
    {
        if (_busy || _view is null)
            return;
        _busy = true;
        try
        {
            var remarks = action == PlanAction.RequestSupplement ? _requests.Select(r => new FieldRemark(r.Key, r.Value ?? string.Empty)).ToList() : null;
            await ShowAsync(await Plans.ActAsync(Id, _view.Version, action, _comment, remarks), action);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(Outcome<PlanDetailView> outcome, PlanAction action)
    {
        _notice = Notice.Of(outcome);
        switch (outcome)
        {
            case Outcome<PlanDetailView>.Done done when action == PlanAction.Amend:
                Navigation.NavigateTo($"/plans/{done.View.Editions[0].Id}/edit");
                break;
            case Outcome<PlanDetailView>.Done done:
                _decided = _view!.Permitted.Any(p => p.Action == action && p.Judges) && !done.View.Permitted.Any(p => p is { Judges: true, WhyNot: null });
                (_view, _comment, _newer, _noticing) = (done.View, null, null, false);
                _requests.Clear();
                _next = _decided ? await Plans.NextAsync(Id, _leaving.Token) : null;
                break;
            case Outcome<PlanDetailView>.Conflict conflict:
                (_view, _newer) = (conflict.View, null);
                _noticing = _noticing && conflict.View.Permitted.Any(p => p is { Action: PlanAction.RequestSupplement, WhyNot: null });
                break;
            case Outcome<PlanDetailView>.Refused { View: { } view }:
                _view = view;
                break;
            case Outcome<PlanDetailView>.NotFound:
                _missing = true;
                break;
        }
    }
}
