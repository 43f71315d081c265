using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>An entry as a case: state, acts, content, differences, findings, history, basis.</summary>
public sealed partial class CatalogueDetail
{
    [Inject] private CatalogueService Catalogue { get; set; } = default!;

    [Inject] private ReviewService Reviews { get; set; } = default!;

    protected override Task<CatalogueDetailView?> FindAsync(CancellationToken cancellationToken) => Catalogue.FindAsync(Id, cancellationToken);

    protected override Task<Guid?> NextAsync(CancellationToken cancellationToken) => Reviews.NextAsync(Id, View?.PackageId, cancellationToken);

    protected override Task<Outcome<CatalogueDetailView>> SendAsync(CatalogueDetailView view, CatalogueAction action, string? comment) =>
        Catalogue.ActAsync(Id, view.Version, action, comment, action == CatalogueAction.Return ? [.. Words.Remarks.Where(r => !string.IsNullOrWhiteSpace(r.Value)).Select(r => new FieldRemark(r.Key, r.Value.Trim()))] : null);

    protected override string? LeadsTo(CatalogueDetailView view, CatalogueAction action) => action == CatalogueAction.Revise ? $"/catalogue/{view.Revisions[0].Id}/edit" : null;

    /// <summary>From entry to entry a reviewer goes on in the same tab.</summary>
    protected override string? OpensOn(bool isNew) => Tab;

    /// <summary>A review goes on with the next entry, whatever could still be decided on this one.</summary>
    protected override bool HasMoreToDecide(CatalogueDetailView view) => false;

    protected override bool TakesWords(CatalogueDetailView view) => view.Permitted.Any(p => p.Judges || p.NeedsComment);

    protected override string SavedAs(CatalogueDetailView view, bool isNew) => isNew ? $"已新建「{view.Content.Name}」，保存为草稿。核对无误后点「提交」送本部门负责人审核。" : "已保存。";

    /// <summary>作废 is asked about before anything else, here.</summary>
    protected override string? Consequence(CatalogueAction action) => null;

    /// <summary>Only of acts that are offered: a liaison has nothing to return.</summary>
    private static string CommentHint(CatalogueDetailView view)
    {
        var asking = view.Permitted.Where(p => p.NeedsComment).Select(p => p.Name).ToList();
        return (asking.Count == 0 ? "可以不填。" : $"{string.Join('、', asking)}须写明原因。") + (MayRemark(view) ? "可在下方内容中对单个字段加批注。" : "");
    }

    private static bool MayRemark(CatalogueDetailView view) => view.Permitted.Any(p => p is { Action: CatalogueAction.Return, WhyNot: null });

    private static IReadOnlyList<Step> Steps(CatalogueDetailView view) => CaseSteps.Line(
        CatalogueWorkflow.MainLine, view.State,
        view.State == CatalogueState.Returned ? CatalogueState.Draft : view.State,
        stopped: false,
        view.State switch
        {
            CatalogueState.DepartmentReview => view.ProviderName,
            CatalogueState.UnderReview => view.AuthorityName,
            _ => null,
        },
        view.History);

    private async Task DecideAsync(CatalogueAction action)
    {
        if (!Busy && (action != CatalogueAction.Discard || await Confirming!.AskAsync()))
            await ActAsync(action);
    }
}
