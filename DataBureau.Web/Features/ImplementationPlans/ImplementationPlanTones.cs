using DataBureau.Domain.ImplementationPlans;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>The colour of a state, and how far a plan has come.</summary>
internal static class ImplementationPlanTones
{
    public static Tone Tone(this ImplementationPlanState state) => state switch
    {
        ImplementationPlanState.Draft or ImplementationPlanState.Superseded or ImplementationPlanState.Cancelled or ImplementationPlanState.Discarded => Components.Forms.Tone.Neutral,
        ImplementationPlanState.InternalReview or ImplementationPlanState.PendingFiling or ImplementationPlanState.Accepted => Components.Forms.Tone.Info,
        ImplementationPlanState.Supplementing => Components.Forms.Tone.Attention,
        ImplementationPlanState.FilingRefused => Components.Forms.Tone.Danger,
        ImplementationPlanState.Filed => Components.Forms.Tone.Success,
    };

    public static IReadOnlyList<Step> Steps(ImplementationPlanView view) => CaseSteps.Line(
        ImplementationPlanWorkflow.MainLine, view.State,
        view.State switch
        {
            ImplementationPlanState.Supplementing => ImplementationPlanState.PendingFiling,
            ImplementationPlanState.FilingRefused => ImplementationPlanState.Filed,
            _ => view.State,
        },
        view.State == ImplementationPlanState.FilingRefused,
        view.State switch
        {
            ImplementationPlanState.InternalReview => view.OrganisationName,
            ImplementationPlanState.PendingFiling or ImplementationPlanState.Accepted => view.Recipient?.Name,
            _ => null,
        },
        view.History);
}
