using DataBureau.Domain.DigitalBases;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>An application as a case: state, acts, application and records, materials, history, basis, earlier applications.</summary>
public sealed partial class DigitalBaseDetail
{
    private static readonly IReadOnlyList<MaterialSlot> Slots = [.. DigitalBaseFields.Materials.Select(m => new MaterialSlot(m.Key, m.Name, m.Required))];

    [Inject] private DigitalBaseService Bases { get; set; } = default!;

    protected override bool TakesWords(DigitalBaseView view) => CommentHint(view) is not null;

    protected override Task<DigitalBaseView?> FindAsync(CancellationToken cancellationToken) => Bases.FindAsync(Id, cancellationToken);

    protected override Task<Guid?> NextAsync(CancellationToken cancellationToken) => Bases.NextAsync(Id, cancellationToken);

    protected override Task<Outcome<DigitalBaseView>> SendAsync(DigitalBaseView view, DigitalBaseAction action, string? comment) =>
        Bases.ActAsync(Id, view.Version, action, comment, action == DigitalBaseAction.Consent ? Number : null);

    protected override string? LeadsTo(DigitalBaseView view, DigitalBaseAction action) =>
        action == DigitalBaseAction.Reapply ? $"{DigitalBaseModule.Href}/{view.Rounds[0].Id}/edit" : null;

    protected override string SavedAs(DigitalBaseView view, bool isNew) => isNew ? $"已新建「{view.Title}」，保存为草稿。请上传申请文件，再点「提交」送本单位负责人审签。" : "已保存。";

    protected override string? Consequence(DigitalBaseAction action) => action switch
    {
        DigitalBaseAction.Discard => "作废后不能恢复，只留下记录。",
        DigitalBaseAction.Withdraw when View?.State is DigitalBaseState.Applied or DigitalBaseState.UnderArgument => "撤回后本次申请终止，不能恢复；需要建设的，须另行申请。",
        DigitalBaseAction.RefuseConsent => "不同意的理由会通知申请单位。申请单位不得建设，可以完善后重新申请。",
        _ => null,
    };

    /// <summary>Where a remark can be given, what it is for; null where no act takes one.</summary>
    private static string? CommentHint(DigitalBaseView view) =>
        view.State == DigitalBaseState.UnderArgument && view.Permitted.Any(p => p.Judges) ? "审核意见会写入审核意见表；不同意须写明理由。"
        : view.Permitted.Any(p => p.Judges && !p.NeedsComment) ? $"可以不填；{string.Join('、', view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name))}须写明原因。"
        : string.Join('、', view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name)) is { Length: > 0 } names ? $"{names}须写明原因。" : null;
}
