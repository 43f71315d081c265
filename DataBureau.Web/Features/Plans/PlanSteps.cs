using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.Plans;

/// <summary>How far a plan has come on the path of its kind; 补正, 不予备案 and the ends stand beside it.</summary>
internal static class PlanSteps
{
    public static IReadOnlyList<Step> Of(PlanDetailView view)
    {
        var line = PlanWorkflow.MainLine(view.Rule).ToList();
        if (view.State == PlanState.Published && !line.Contains(PlanState.Published))
            line.Add(PlanState.Published);
        if (view.State is PlanState.Repealed or PlanState.Superseded or PlanState.Discarded)
            return [.. line.Where(s => Last(view, s) is not null || s == PlanState.Draft).Select(s => new Step(s.ChineseName(), StepState.Done, Left(view, s))), new Step(view.State.ChineseName(), StepState.Stopped, Who(view, view.State))];
        var at = view.State switch
        {
            PlanState.Supplementing => line.IndexOf(PlanState.PendingFiling),
            PlanState.FilingRefused => line.IndexOf(PlanState.Filed),
            _ => line.IndexOf(view.State),
        };
        return [.. line.Select((state, i) => i == at ? Now(view, i == line.Count - 1) : new Step(state.ChineseName(), i < at ? StepState.Done : StepState.Upcoming, i < at ? Left(view, state) : null))];
    }

    private static Step Now(PlanDetailView view, bool last) => new(view.State.ChineseName(),
        view.State == PlanState.FilingRefused ? StepState.Stopped : last ? StepState.Done : StepState.Current,
        view.State switch
        {
            PlanState.InternalReview => view.OrganisationName,
            PlanState.PendingFiling or PlanState.Accepted => view.Recipient?.Name,
            _ => Who(view, view.State),
        });

    /// <summary>Who brought it there, and when.</summary>
    private static string? Who(PlanDetailView view, PlanState state) => Last(view, state) is { } step ? $"{step.ActorName} {ChinaTime.Local(step.At):MM-dd}" : null;

    /// <summary>Who completed it, and when.</summary>
    private static string? Left(PlanDetailView view, PlanState state) =>
        view.History.LastOrDefault(h => h.IsStep && h.FromState == state.ChineseName() && h.FromState != h.ToState) is { } step ? $"{step.ActorName} {ChinaTime.Local(step.At):MM-dd}" : null;

    private static DataBureau.Domain.Workflow.HistoryEntry? Last(PlanDetailView view, PlanState state) =>
        view.History.LastOrDefault(h => h.IsStep && h.ToState == state.ChineseName() && h.FromState != h.ToState);
}
