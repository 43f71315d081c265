using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>An implementation plan as a case: state, acts, content, materials, rounds of supplement, history, basis, editions.</summary>
public sealed partial class ImplementationPlanDetail
{
    private static readonly IReadOnlyList<MaterialSlot> Slots = [.. ImplementationPlanFields.Materials.Select(m => new MaterialSlot(m.Key, m.Name, m.Required))];

    private readonly Dictionary<string, string?> _requests = new(StringComparer.Ordinal);
    private bool _noticing;

    [Inject] private ImplementationPlanService Plans { get; set; } = default!;

    protected override bool TakesWords(ImplementationPlanView view) => CommentHint(view) is not null;

    protected override Task<ImplementationPlanView?> FindAsync(CancellationToken cancellationToken) => Plans.FindAsync(Id, cancellationToken);

    protected override Task<Guid?> NextAsync(CancellationToken cancellationToken) => Plans.NextAsync(Id, cancellationToken);

    protected override Task<Outcome<ImplementationPlanView>> SendAsync(ImplementationPlanView view, ImplementationPlanAction action, string? comment) =>
        Plans.ActAsync(Id, view.Version, action, comment, action == ImplementationPlanAction.RequestSupplement ? [.. _requests.Select(r => new FieldRemark(r.Key, r.Value ?? string.Empty))] : null, action == ImplementationPlanAction.Record ? Number : null);

    protected override string? LeadsTo(ImplementationPlanView view, ImplementationPlanAction action) =>
        action == ImplementationPlanAction.Amend ? $"{ImplementationPlanModule.Href}/{view.Editions[0].Id}/edit" : null;

    protected override bool Asks(ImplementationPlanAction action) => _noticing = action == ImplementationPlanAction.RequestSupplement;

    protected override void Reset()
    {
        _noticing = false;
        _requests.Clear();
    }

    protected override string SavedAs(ImplementationPlanView view, bool isNew) => isNew ? $"已新建「{view.Content.Title}」，保存为草稿。请上传实施方案，再点「提交」送本单位负责人审签。" : "已保存。";

    protected override string? Consequence(ImplementationPlanAction action) => action switch
    {
        ImplementationPlanAction.Discard => "作废后不能恢复，只留下记录。",
        ImplementationPlanAction.Cancel => "撤销后本方案的备案不再有效，不能恢复；同一项目可以另行填报。",
        ImplementationPlanAction.Refuse => "不予备案的理由会通知报送单位，报送单位处理后可以重新报备。项目立项不因此停止。",
        _ => null,
    };

    /// <summary>What can be asked for: materials and fields; after the first notice only what that named.</summary>
    private static List<SupplementChoice> Choices(ImplementationPlanView view)
    {
        var told = view.Rounds.SelectMany(r => r.Items).Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        return [.. ImplementationPlanFields.Materials.Select(m => new SupplementChoice(m.Key, m.Name)).Concat(ImplementationPlanFields.All.Select(f => new SupplementChoice(f.Key, f.Title)))
            .Where(c => told.Count == 0 || told.Contains(c.Key))];
    }

    /// <summary>Where a remark can be given, what it is for; null where no act takes one.</summary>
    private static string? CommentHint(ImplementationPlanView view) =>
        view.State == ImplementationPlanState.Supplementing && view.Permitted.Count > 0 ? "补正说明：逐项写明补了什么、在哪里；撤回报备须写明原因。"
        : view.OpenRound is not null && view.Permitted.Any(p => p.Action == ImplementationPlanAction.Submit) ? "补正说明：逐项写明补了什么、在哪里；不需要修改的写明理由。"
        : view.State == ImplementationPlanState.Accepted && view.Permitted.Any(p => p.Judges) ? "备案意见会写入备案表；不予备案须写明理由。"
        : view.State == ImplementationPlanState.PendingFiling && view.Permitted.Any(p => p.Judges) ? "可以不填；告知补正时写在清单前面。"
        : view.Permitted.Any(p => p.Judges) ? "审签意见会写入备案表；退回须写明原因和需要修改的内容。"
        : string.Join('、', view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name)) is { Length: > 0 } names ? $"{names}须写明原因。" : null;
}
