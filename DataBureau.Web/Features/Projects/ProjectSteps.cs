using DataBureau.Domain;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.Projects;

/// <summary>How far a project or an annual plan has come on its main line; returns and ends stand beside it.</summary>
internal static class ProjectSteps
{
    /// <summary>The step of a history in which content was changed; the gates look for it after a consultation.</summary>
    public const string Edited = "修改";

    public static IReadOnlyList<Step> Of(ProjectDetailView view) => Line([.. ProjectWorkflow.MainLine.Select(s => s.ChineseName())], view.State switch
    {
        ProjectState.Rejected => ProjectState.PendingReply.ChineseName(),
        ProjectState.AcceptanceReturned => ProjectState.PendingAcceptance.ChineseName(),
        _ => view.State.ChineseName(),
    }, view.State.ChineseName(), view.State is ProjectState.Rejected or ProjectState.AcceptanceReturned or ProjectState.Terminated, view.History, view.State is ProjectState.PendingReply or ProjectState.PendingAcceptance ? view.AuthorityName : null);

    public static IReadOnlyList<Step> Of(AnnualPlanView view) =>
        Line([.. AnnualPlanWorkflow.MainLine.Select(s => s.ChineseName())], view.State.ChineseName(), view.State.ChineseName(), view.State == AnnualPlanState.Discarded, view.History, null);

    /// <param name="line">The states of the main line.</param>
    /// <param name="place">Where on it the case stands.</param>
    /// <param name="state">Its state, which may stand beside the line.</param>
    /// <param name="stopped">Whether it cannot go on from there by itself.</param>
    /// <param name="history">Who brought it there, and when.</param>
    /// <param name="holder">Who has it now.</param>
    private static List<Step> Line(List<string> line, string place, string state, bool stopped, IReadOnlyList<HistoryEntry> history, string? holder)
    {
        var at = line.IndexOf(place);
        if (at < 0)
            return [.. line.Where(s => s == line[0] || Left(history, s) is not null).Select(s => new Step(s, StepState.Done, Left(history, s))), new Step(state, StepState.Stopped, Came(history, state))];
        return [.. line.Select((s, i) => i < at ? new Step(s, StepState.Done, Left(history, s)) : i > at ? new Step(s, StepState.Upcoming, null)
            : new Step(state, stopped ? StepState.Stopped : at == line.Count - 1 ? StepState.Done : StepState.Current, holder ?? Came(history, state)))];
    }

    private static string? Left(IReadOnlyList<HistoryEntry> history, string state) => Who(history.LastOrDefault(h => h.IsStep && h.FromState == state && h.ToState != state));

    private static string? Came(IReadOnlyList<HistoryEntry> history, string state) => Who(history.LastOrDefault(h => h.IsStep && h.ToState == state && h.FromState != state));

    private static string? Who(HistoryEntry? step) => step is null ? null : $"{step.ActorName} {ChinaTime.Local(step.At):MM-dd}";
}
