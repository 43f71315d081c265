using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>An entry as a case: state, acts, content, differences, findings, history, basis.</summary>
public sealed partial class CatalogueDetail
{
    private readonly Dictionary<string, string> _remarks = new(StringComparer.Ordinal);

    [Inject] private CatalogueService Catalogue { get; set; } = default!;

    [Inject] private ReviewService Reviews { get; set; } = default!;

    protected override Task<CatalogueDetailView?> FindAsync(CancellationToken cancellationToken) => Catalogue.FindAsync(Id, cancellationToken);

    protected override Task<Guid?> NextAsync(CancellationToken cancellationToken) => Reviews.NextAsync(Id, View?.PackageId, cancellationToken);

    protected override Task<Outcome<CatalogueDetailView>> SendAsync(CatalogueDetailView view, CatalogueAction action, string? comment) =>
        Catalogue.ActAsync(Id, view.Version, action, comment, action == CatalogueAction.Return ? [.. _remarks.Where(r => !string.IsNullOrWhiteSpace(r.Value)).Select(r => new FieldRemark(r.Key, r.Value.Trim()))] : null);

    protected override string? LeadsTo(CatalogueDetailView view, CatalogueAction action) => action == CatalogueAction.Revise ? $"/catalogue/{view.Revisions[0].Id}/edit" : null;

    /// <summary>From entry to entry a reviewer goes on in the same tab.</summary>
    protected override string? OpensOn(bool isNew) => Tab;

    /// <summary>A review goes on with the next entry, whatever could still be decided on this one.</summary>
    protected override bool HasMoreToDecide(CatalogueDetailView view) => false;

    protected override void Reset() => _remarks.Clear();

    protected override string SavedAs(CatalogueDetailView view, bool isNew) => isNew ? $"已新建「{view.Content.Name}」，保存为草稿。核对无误后点「提交」送本部门负责人审核。" : "已保存。";

    /// <summary>作废 is asked about before anything else, here.</summary>
    protected override string? Consequence(CatalogueAction action) => null;

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

    private async Task DecideAsync(CatalogueAction action)
    {
        if (!Busy && (action != CatalogueAction.Discard || await Confirming!.AskAsync()))
            await ActAsync(action);
    }
}
