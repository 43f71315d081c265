using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.Plans;

internal static class PlanTones
{
    public static Tone Tone(this PlanState state) => state switch
    {
        PlanState.Draft or PlanState.Superseded or PlanState.Repealed or PlanState.Discarded => Components.Forms.Tone.Neutral,
        PlanState.InternalReview or PlanState.ForApproval or PlanState.PendingFiling or PlanState.Accepted => Components.Forms.Tone.Info,
        PlanState.Supplementing => Components.Forms.Tone.Attention,
        PlanState.FilingRefused => Components.Forms.Tone.Danger,
        PlanState.Settled or PlanState.Approved or PlanState.Filed or PlanState.InForce or PlanState.Published => Components.Forms.Tone.Success,
    };
}
