using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>A project as a case: state, acts, content, reuse, data list, materials, history, basis.</summary>
public sealed partial class ProjectDetail : IDisposable
{
    private static readonly ProjectAction[] Confirmed = [ProjectAction.Terminate, ProjectAction.Reject];

    private static readonly List<MaterialSlot> Slots = [new("plan", "建设方案", false), new("reply", "批复文件", false), new("acceptance", "验收材料", false), new("contract", "委托合同与数据责任书", false)];

    private readonly CancellationTokenSource _leaving = new();
    private ProjectDetailView? _view;
    private IDisposable? _subscription;
    private CaseChanged? _newer;
    private Notice? _notice;
    private ConfirmDialog? _confirming;
    private ProjectAction? _asked;
    private string? _comment;
    private string? _tab = "content";
    private Guid? _next;
    private bool _decided;
    private bool _missing;
    private bool _busy;
    private Guid? _shown;

    [Parameter] public Guid Id { get; set; }

    [Inject] private ProjectService Projects { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "saved")]
    private string? Saved { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    private string? AskedTab { get; set; }

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
        (_view, _notice, _comment, _next, _decided, _tab) = (null, null, null, null, false, AskedTab ?? "content");
        await LoadAsync();
        if (Saved is null || _view is null)
            return;
        _notice = Notice.Done(Saved == "new" ? $"已新建「{_view.Content.Name}」，保存为草稿。请在「数据清单」中预编项目将要形成的数据，再点「提交」送本单位负责人审签。" : "已保存。");
        if (Saved == "new")
            _tab = "data";
    }

    /// <summary>Where a remark can be given, what it is for; null where no act takes one.</summary>
    private static string? CommentHint(ProjectDetailView view) =>
        view.State == ProjectState.PendingReply && view.Permitted.Any(p => p.Judges) ? "判定须写明理由；批复的意见会写入批复记录；退回和不予批复须写明原因。"
        : view.State == ProjectState.PendingAcceptance && view.Permitted.Any(p => p.Judges) ? "验收意见；退回须写明需要整改的内容。"
        : view.Permitted.Any(p => p.Judges) ? "退回须写明原因和需要修改的内容。"
        : string.Join('、', view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name)) is { Length: > 0 } names ? $"{names}须写明原因。" : null;

    private static string Consequence(ProjectAction? action) => action switch
    {
        ProjectAction.Terminate => "终止后不能恢复，只留下记录；项目代码可以另行使用。",
        ProjectAction.Reject => "不予批复的理由会通知建设单位，建设单位可以重新编报。",
        _ => string.Empty,
    };

    private async Task LoadAsync()
    {
        try
        {
            _view = await Projects.FindAsync(Id, _leaving.Token);
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

    /// <summary>The data list changed by this person's own hand: the page is of the new version.</summary>
    private void ChangedAsync(Outcome<ProjectDetailView> outcome)
    {
        _notice = Notice.Of(outcome);
        (_view, _newer) = outcome switch
        {
            Outcome<ProjectDetailView>.Done done => (done.View, null),
            Outcome<ProjectDetailView>.Conflict conflict => (conflict.View, null),
            _ => (_view, _newer),
        };
    }

    private async Task ActAsync(ProjectAction action)
    {
        if (_busy || _view is not { } view)
            return;
        // Where words are missing, the refusal says so before anybody is asked whether they are sure.
        var incomplete = string.IsNullOrWhiteSpace(_comment) && view.Permitted.Any(p => p.Action == action && p.NeedsComment);
        if (Confirmed.Contains(action) && !incomplete)
        {
            _asked = action;
            if (!await _confirming!.AskAsync())
                return;
        }

        if (_busy)
            return;
        _busy = true;
        try
        {
            await ShowAsync(await Projects.ActAsync(Id, _view.Version, action, _comment), action);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(Outcome<ProjectDetailView> outcome, ProjectAction action)
    {
        _notice = Notice.Of(outcome);
        switch (outcome)
        {
            case Outcome<ProjectDetailView>.Done done:
                _decided = _view!.Permitted.Any(p => p.Action == action && p.Judges) && !done.View.Permitted.Any(p => p.Judges);
                (_view, _comment, _newer) = (done.View, null, null);
                _next = _decided ? await Projects.NextAsync(Id, _leaving.Token) : null;
                break;
            case Outcome<ProjectDetailView>.Conflict conflict:
                (_view, _newer) = (conflict.View, null);
                break;
            case Outcome<ProjectDetailView>.Refused { View: { } view }:
                _view = view;
                break;
            case Outcome<ProjectDetailView>.NotFound:
                _missing = true;
                break;
        }
    }
}
