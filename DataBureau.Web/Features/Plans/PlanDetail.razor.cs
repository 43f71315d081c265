using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>A plan as a case: state, acts, content, materials, rounds of supplement, history, basis, editions.</summary>
public sealed partial class PlanDetail
{
    private readonly Dictionary<string, string?> _requests = new(StringComparer.Ordinal);
    private bool _noticing;

    [Inject] private PlanService Plans { get; set; } = default!;

    protected override bool TakesWords(PlanDetailView view) => CommentHint(view) is not null;

    protected override Task<PlanDetailView?> FindAsync(CancellationToken cancellationToken) => Plans.FindAsync(Id, cancellationToken);

    protected override Task<Guid?> NextAsync(CancellationToken cancellationToken) => Plans.NextAsync(Id, cancellationToken);

    protected override Task<Outcome<PlanDetailView>> SendAsync(PlanDetailView view, PlanAction action, string? comment) =>
        Plans.ActAsync(Id, view.Version, action, comment, action == PlanAction.RequestSupplement ? [.. _requests.Select(r => new FieldRemark(r.Key, r.Value ?? string.Empty))] : null, action == PlanAction.Record ? Number : null);

    protected override string? LeadsTo(PlanDetailView view, PlanAction action) => action == PlanAction.Amend ? $"/plans/{view.Editions[0].Id}/edit" : null;

    /// <summary>The list opens; sending it is the act.</summary>
    protected override bool Asks(PlanAction action)
    {
        if (action != PlanAction.RequestSupplement)
            return false;
        (_noticing, Said) = (true, null);
        return true;
    }

    protected override void Answered(Outcome<PlanDetailView> outcome) =>
        _noticing = _noticing && (outcome is not Outcome<PlanDetailView>.Conflict { View: var theirs } || theirs.Permitted.Any(p => p is { Action: PlanAction.RequestSupplement, WhyNot: null }));

    protected override void Reset()
    {
        _noticing = false;
        _requests.Clear();
    }

    protected override string SavedAs(PlanDetailView view, bool isNew) => isNew ? $"已新建「{view.Content.Title}」，保存为草稿。请上传规划文本，再点「提交」送本单位负责人审签。" : "已保存。";

    protected override string? Consequence(PlanAction action) => action switch
    {
        PlanAction.Discard => "作废后不能恢复，只留下记录。",
        PlanAction.Repeal => "废止后本规划不再有效，不能恢复；同一规划期可以另行编制。",
        PlanAction.Refuse => "不予备案的理由会通知报送单位，报送单位处理后可以重新报备。规划的效力不因此改变。",
        _ => null,
    };

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
        : view.OpenRound is not null && view.Permitted.Any(p => p.Action == PlanAction.SendForFiling) ? "补正说明：逐项写明补了什么、在哪里；不需要修改的写明理由。"
        : view.State == PlanState.Accepted && view.Permitted.Any(p => p.Judges) ? "备案意见会写入回执；不予备案须写明理由。"
        : view.State == PlanState.PendingFiling && view.Permitted.Any(p => p.Judges) ? "可以不填；告知补正时写在清单前面。"
        : view.Permitted.Any(p => p.Judges) ? "退回须写明原因和需要修改的内容。"
        : string.Join('、', view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name)) is { Length: > 0 } names ? $"{names}须写明原因。" : null;
}
