using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.Projects;

internal static class ProjectTones
{
    public static Tone Tone(this ProjectState state) => state switch
    {
        ProjectState.Draft or ProjectState.Terminated or ProjectState.Archived => Components.Forms.Tone.Neutral,
        ProjectState.InternalReview or ProjectState.PendingReply or ProjectState.Building or ProjectState.PendingAcceptance => Components.Forms.Tone.Info,
        ProjectState.AcceptanceReturned => Components.Forms.Tone.Attention,
        ProjectState.Rejected => Components.Forms.Tone.Danger,
        ProjectState.Replied or ProjectState.Accepted => Components.Forms.Tone.Success,
    };

    public static Tone Tone(this AnnualPlanState state) => state switch
    {
        AnnualPlanState.Draft or AnnualPlanState.Discarded => Components.Forms.Tone.Neutral,
        AnnualPlanState.InternalReview or AnnualPlanState.ForReport or AnnualPlanState.Reported => Components.Forms.Tone.Info,
        AnnualPlanState.Approved => Components.Forms.Tone.Success,
    };

    public static Tone Tone(this ComponentStatus status) => status switch
    {
        ComponentStatus.Registered => Components.Forms.Tone.Info,
        ComponentStatus.Managed => Components.Forms.Tone.Success,
        ComponentStatus.Retired => Components.Forms.Tone.Neutral,
    };
}
