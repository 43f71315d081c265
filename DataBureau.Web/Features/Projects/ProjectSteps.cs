using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.Projects;

/// <summary>How far a project or an annual plan has come on its main line; returns and ends stand beside it.</summary>
internal static class ProjectSteps
{
    /// <summary>The step of a history in which content was changed; the gates look for it after a consultation, also in the projects of a plan.</summary>
    public const string Edited = "修改";

    public static IReadOnlyList<Step> Of(ProjectDetailView view) => CaseSteps.Line(
        ProjectWorkflow.MainLine, view.State,
        view.State switch
        {
            ProjectState.Rejected => ProjectState.PendingReply,
            ProjectState.AcceptanceReturned => ProjectState.PendingAcceptance,
            _ => view.State,
        },
        view.State is ProjectState.Rejected or ProjectState.AcceptanceReturned,
        view.State is ProjectState.PendingReply or ProjectState.PendingAcceptance ? view.AuthorityName : null,
        view.History);

    public static IReadOnlyList<Step> Of(AnnualPlanView view) => CaseSteps.Line(AnnualPlanWorkflow.MainLine, view.State, view.State, stopped: false, whose: null, view.History);
}
