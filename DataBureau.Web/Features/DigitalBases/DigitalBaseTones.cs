using DataBureau.Domain.DigitalBases;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>The colour of a state, and how far an application has come.</summary>
internal static class DigitalBaseTones
{
    public static Tone Tone(this DigitalBaseState state) => state switch
    {
        DigitalBaseState.Draft or DigitalBaseState.Withdrawn or DigitalBaseState.Discarded => Components.Forms.Tone.Neutral,
        DigitalBaseState.InternalReview or DigitalBaseState.Applied or DigitalBaseState.UnderArgument => Components.Forms.Tone.Info,
        DigitalBaseState.Built => Components.Forms.Tone.Attention,
        DigitalBaseState.ConsentRefused => Components.Forms.Tone.Danger,
        DigitalBaseState.Consented or DigitalBaseState.Connected or DigitalBaseState.Closed => Components.Forms.Tone.Success,
    };

    public static IReadOnlyList<Step> Steps(DigitalBaseView view) => CaseSteps.Line(
        DigitalBaseWorkflow.MainLine, view.State,
        view.State == DigitalBaseState.ConsentRefused ? DigitalBaseState.Consented : view.State,
        view.State == DigitalBaseState.ConsentRefused,
        view.State switch
        {
            DigitalBaseState.InternalReview or DigitalBaseState.Consented => view.OrganisationName,
            DigitalBaseState.Applied or DigitalBaseState.UnderArgument or DigitalBaseState.Built or DigitalBaseState.Connected => view.Authority?.Name,
            _ => null,
        },
        view.History);
}
