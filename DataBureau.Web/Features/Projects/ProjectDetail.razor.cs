using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>A project as a case: state, acts, content, reuse, data list, materials, history, basis.</summary>
public sealed partial class ProjectDetail
{
    private static readonly List<MaterialSlot> Slots = [new("plan", "建设方案", false), new("reply", "批复文件", false), new("acceptance", "验收材料", false), new("contract", "委托合同与数据责任书", false)];

    [Inject] private ProjectService Projects { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "tab")]
    private string? AskedTab { get; set; }

    protected override bool TakesWords(ProjectDetailView view) => CommentHint(view) is not null;

    protected override Task<ProjectDetailView?> FindAsync(CancellationToken cancellationToken) => Projects.FindAsync(Id, cancellationToken);

    protected override Task<Guid?> NextAsync(CancellationToken cancellationToken) => Projects.NextAsync(Id, cancellationToken);

    protected override Task<Outcome<ProjectDetailView>> SendAsync(ProjectDetailView view, ProjectAction action, string? comment) =>
        Projects.ActAsync(Id, view.Version, action, comment, action == ProjectAction.Reply ? Number : null);

    protected override string? OpensOn(bool isNew) => isNew ? "data" : AskedTab ?? "content";

    /// <summary>After 判定 the reply waits, also where it cannot be given yet.</summary>
    protected override bool HasMoreToDecide(ProjectDetailView view) => view.Permitted.Any(p => p.Judges);

    protected override string SavedAs(ProjectDetailView view, bool isNew) => isNew ? $"已新建「{view.Content.Name}」，保存为草稿。请在「数据清单」中预编项目将要形成的数据，再点「提交」送本单位负责人审签。" : "已保存。";

    protected override string? Consequence(ProjectAction action) => action switch
    {
        ProjectAction.Terminate => "终止后不能恢复，只留下记录；项目代码可以另行使用。",
        ProjectAction.Reject => "不予批复的理由会通知建设单位，建设单位可以重新编报。",
        _ => null,
    };

    /// <summary>Where a remark can be given, what it is for; null where no act takes one.</summary>
    private static string? CommentHint(ProjectDetailView view) =>
        view.State == ProjectState.PendingReply && view.Permitted.Any(p => p.Judges) ? "判定须写明理由；批复的意见会写入批复记录；退回和不予批复须写明原因。"
        : view.State == ProjectState.PendingAcceptance && view.Permitted.Any(p => p.Judges) ? "验收意见；退回须写明需要整改的内容。"
        : view.Permitted.Any(p => p.Judges) ? "退回须写明原因和需要修改的内容。"
        : string.Join('、', view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name)) is { Length: > 0 } names ? $"{names}须写明原因。" : null;

    /// <summary>The data list changed by this person's own hand: the page is of the new version.</summary>
    private void ChangedAsync(Outcome<ProjectDetailView> outcome)
    {
        Said = Notice.Of(outcome);
        if (outcome is Outcome<ProjectDetailView>.Done { View: var done })
            Take(done);
        else if (outcome is Outcome<ProjectDetailView>.Conflict { View: var theirs })
            Take(theirs);
    }
}
