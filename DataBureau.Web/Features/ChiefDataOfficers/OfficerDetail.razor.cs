using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>An appointment as a case: state, acts, content, papers, rounds of supplement, history, basis.</summary>
public sealed partial class OfficerDetail
{
    private static readonly IReadOnlyList<MaterialSlot> Slots = [new(OfficerFields.DocumentSlot, "任命文件（报备前）", true)];

    private readonly Dictionary<string, string?> _requests = new(StringComparer.Ordinal);
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private IReadOnlyList<FieldRemark>? _filled;
    private OfficerAction? _filling;
    private string? _phone;

    [Inject] private OfficerService Officers { get; set; } = default!;

    protected override bool TakesWords(OfficerDetailView view) => CommentHint(view) is not null;

    protected override Task OnParametersSetAsync()
    {
        // What was shown in full is shown of that person only.
        if (View?.Id != Id)
            _phone = null;
        return base.OnParametersSetAsync();
    }

    protected override Task<OfficerDetailView?> FindAsync(CancellationToken cancellationToken) => Officers.FindAsync(Id, cancellationToken);

    protected override Task<Guid?> NextAsync(CancellationToken cancellationToken) => Officers.NextAsync(Id, cancellationToken);

    protected override Task<Outcome<OfficerDetailView>> SendAsync(OfficerDetailView view, OfficerAction action, string? comment) =>
        Officers.ActAsync(Id, view.Version, action, comment, action == OfficerAction.RequestSupplement ? [.. _requests.Select(r => new FieldRemark(r.Key, r.Value ?? string.Empty))] : action == _filling ? _filled : null,
            action == OfficerAction.Record ? Number : null);

    protected override string? LeadsTo(OfficerDetailView view, OfficerAction action) => action == OfficerAction.Replace && view.SuccessorId is { } successor ? $"/chief-data-officers/{successor}/edit" : null;

    /// <summary>Acts that need more than a remark.</summary>
    protected override bool Asks(OfficerAction action)
    {
        if (action is not (OfficerAction.RequestSupplement or OfficerAction.Extend or OfficerAction.Remove))
            return false;
        (_filling, _wrong) = (action, []);
        return true;
    }

    protected override string? OpensOn(bool isNew) => "content";

    protected override void Answered(Outcome<OfficerDetailView> outcome)
    {
        _wrong = outcome is Outcome<OfficerDetailView>.Refused { Refusal.Details: { IsDefault: false } details } ? details : [];
        if (outcome is Outcome<OfficerDetailView>.Conflict)
            _filling = null;
    }

    protected override void Reset()
    {
        _filling = null;
        _requests.Clear();
    }

    protected override string SavedAs(OfficerDetailView view, bool isNew) => isNew ? $"已提名{view.Content.PersonName}。请在「材料」中上传任命文件，由本单位负责人办理任命。" : "已保存。";

    protected override string? Consequence(OfficerAction action) => action switch
    {
        OfficerAction.Discard or OfficerAction.Decline => "提名撤销后不能恢复，只留下记录；同一岗位可以另行提名。",
        OfficerAction.Refuse => "不予备案的理由会通知任职单位，单位处理后可以重新报备。任职的效力不因此改变。",
        OfficerAction.Expire => Vacating(View!, $"任期到 {View!.Content.TermEndsOn:yyyy-MM-dd} 届满，办理后结束任职。"),
        OfficerAction.Remove => Vacating(View!, "免去后结束任职，不能恢复；继续任职须重新提名任命。"),
        _ => null,
    };

    /// <summary>What can be asked for; after the first notice only what that named.</summary>
    private static List<SupplementChoice> Choices(OfficerDetailView view)
    {
        var told = view.Rounds.SelectMany(r => r.Items).Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        return [.. OfficerFields.Askable.Where(f => told.Count == 0 || told.Contains(f.Key)).Select(f => new SupplementChoice(f.Key, f.Name))];
    }

    private static string? CommentHint(OfficerDetailView view) =>
        view.State == OfficerState.Supplementing && view.Permitted.Any(p => p.Action == OfficerAction.Resubmit) ? "补正说明：逐项写明补了什么；撤回报备须写明原因。"
        : view.OpenRound is not null && view.Permitted.Any(p => p.Action == OfficerAction.SendForFiling) ? "补正说明：逐项写明补了什么、在哪里；不需要修改的写明理由。"
        : view.State == OfficerState.Accepted && view.Permitted.Any(p => p.Judges) ? "备案意见；不予备案须写明理由。"
        : string.Join('、', view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name)) is { Length: > 0 } names ? $"{names}须写明原因。" : null;

    private static string Vacating(OfficerDetailView view, string sentence) =>
        view.WouldVacate ? $"{sentence}本单位应设{view.Post.ChineseName()}，目前没有其他人在任：办理后岗位空缺，会列入本单位待办。" : sentence;

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private async Task RevealAsync() => _phone = await Officers.RevealPhoneAsync(Id);

    private Task DoAsync(OfficerAction action, IReadOnlyList<FieldRemark> filled)
    {
        _filled = filled;
        return DoAsync(action);
    }
}
