using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>An appointment as a case: state, acts, content, papers, rounds of supplement, history, basis.</summary>
public sealed partial class OfficerDetail : IDisposable
{
    private static readonly OfficerAction[] Confirmed = [OfficerAction.Discard, OfficerAction.Decline, OfficerAction.Refuse, OfficerAction.Expire];

    /// <summary>Acts that need more than a remark.</summary>
    private static readonly OfficerAction[] Filled = [OfficerAction.RequestSupplement, OfficerAction.Extend, OfficerAction.Remove];

    private static readonly IReadOnlyList<MaterialSlot> Slots = [new(OfficerFields.DocumentSlot, "任命文件（报备前）", true)];

    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<string, string?> _requests = new(StringComparer.Ordinal);
    private OfficerDetailView? _view;
    private IDisposable? _subscription;
    private CaseChanged? _newer;
    private Notice? _notice;
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private ConfirmDialog? _confirming;
    private OfficerAction? _asked;
    private OfficerAction? _filling;
    private string? _comment;
    private string? _phone;
    private string? _tab = "content";
    private Guid? _next;
    private bool _decided;
    private bool _missing;
    private bool _busy;
    private Guid? _shown;

    [Parameter] public Guid Id { get; set; }

    [Inject] private OfficerService Officers { get; set; } = default!;

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
        (_view, _notice, _comment, _phone, _next, _decided, _filling, _tab) = (null, null, null, null, null, false, null, "content");
        _requests.Clear();
        await LoadAsync();
        if (Saved is not null && _view is { } view)
            _notice = Notice.Done(Saved == "new" ? $"已提名{view.Content.PersonName}。请在「材料」中上传任命文件，由本单位负责人办理任命。" : "已保存。");
    }

    /// <summary>What can be asked for; after the first notice only what that named.</summary>
    private static List<SupplementChoice> Choices(OfficerDetailView view)
    {
        var told = view.Rounds.SelectMany(r => r.Items).Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        return [.. OfficerFields.Askable.Where(f => told.Count == 0 || told.Contains(f.Key)).Select(f => new SupplementChoice(f.Key, f.Name))];
    }

    private static string? CommentHint(OfficerDetailView view) =>
        view.State == OfficerState.Supplementing && view.Permitted.Any(p => p.Action == OfficerAction.Resubmit) ? "补正说明：逐项写明补了什么；撤回报备须写明原因。"
        : view.State == OfficerState.Accepted && view.Permitted.Any(p => p.Judges) ? "备案意见；不予备案须写明理由。"
        : string.Join('、', view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name)) is { Length: > 0 } names ? $"{names}须写明原因。" : null;

    private string Consequence(OfficerDetailView view) => _asked switch
    {
        OfficerAction.Discard or OfficerAction.Decline => "提名撤销后不能恢复，只留下记录；同一岗位可以另行提名。",
        OfficerAction.Refuse => "不予备案的理由会通知任职单位，单位处理后可以重新报备。任职的效力不因此改变。",
        OfficerAction.Expire => Vacating(view, $"任期到 {view.Content.TermEndsOn:yyyy-MM-dd} 届满，办理后结束任职。"),
        OfficerAction.Remove => Vacating(view, "免去后结束任职，不能恢复；继续任职须重新提名任命。"),
        _ => string.Empty,
    };

    private static string Vacating(OfficerDetailView view, string sentence) =>
        view.WouldVacate ? $"{sentence}本单位应设{view.Post.ChineseName()}，目前没有其他人在任：办理后岗位空缺，会列入本单位待办。" : sentence;

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private async Task LoadAsync()
    {
        try
        {
            _view = await Officers.FindAsync(Id, _leaving.Token);
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

    private async Task RevealAsync() => _phone = await Officers.RevealPhoneAsync(Id);

    private async Task ActAsync(OfficerAction action)
    {
        if (_busy || _view is null)
            return;
        if (Filled.Contains(action))
        {
            (_filling, _wrong) = (action, []);
            return;
        }

        if (!Confirmed.Contains(action) || Unsaid(action) || await ConfirmAsync(action))
            await DoAsync(action);
    }

    /// <summary>Where words are missing, the refusal says so before anybody is asked whether they are sure.</summary>
    private bool Unsaid(OfficerAction action) => string.IsNullOrWhiteSpace(_comment) && _view!.Permitted.Any(p => p.Action == action && p.NeedsComment);

    private async Task<bool> ConfirmAsync(OfficerAction action)
    {
        _asked = action;
        StateHasChanged();
        return await _confirming!.AskAsync();
    }

    private async Task DoAsync(OfficerAction action, IReadOnlyList<FieldRemark>? remarks = null)
    {
        if (_busy || _view is null || (action == OfficerAction.Remove && !Unsaid(action) && !await ConfirmAsync(action)) || _busy)
            return;
        _busy = true;
        try
        {
            remarks ??= action == OfficerAction.RequestSupplement ? [.. _requests.Select(r => new FieldRemark(r.Key, r.Value ?? string.Empty))] : null;
            await ShowAsync(await Officers.ActAsync(Id, _view.Version, action, _comment, remarks), action);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(Outcome<OfficerDetailView> outcome, OfficerAction action)
    {
        (_notice, _wrong) = (Notice.Of(outcome), []);
        switch (outcome)
        {
            case Outcome<OfficerDetailView>.Done { View.SuccessorId: { } successor } when action == OfficerAction.Replace:
                Navigation.NavigateTo($"/chief-data-officers/{successor}/edit");
                break;
            case Outcome<OfficerDetailView>.Done done:
                _decided = _view!.Permitted.Any(p => p.Action == action && p.Judges) && !done.View.Permitted.Any(p => p is { Judges: true, WhyNot: null });
                (_view, _comment, _newer, _filling) = (done.View, null, null, null);
                _requests.Clear();
                _next = _decided ? await Officers.NextAsync(Id, _leaving.Token) : null;
                break;
            case Outcome<OfficerDetailView>.Conflict conflict:
                (_view, _newer, _filling) = (conflict.View, null, null);
                break;
            case Outcome<OfficerDetailView>.Refused refused:
                (_view, _wrong) = (refused.View ?? _view, refused.Refusal.Details.IsDefault ? [] : refused.Refusal.Details);
                break;
            case Outcome<OfficerDetailView>.NotFound:
                _missing = true;
                break;
        }
    }
}
