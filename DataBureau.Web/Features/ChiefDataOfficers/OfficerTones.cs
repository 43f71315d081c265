using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ChiefDataOfficers;

internal static class OfficerTones
{
    public static Tone Tone(this OfficerState state) => state switch
    {
        OfficerState.Nominated or OfficerState.PendingFiling or OfficerState.Accepted => Components.Forms.Tone.Info,
        OfficerState.Supplementing => Components.Forms.Tone.Attention,
        OfficerState.FilingRefused => Components.Forms.Tone.Danger,
        OfficerState.Appointed or OfficerState.Filed => Components.Forms.Tone.Success,
        OfficerState.Removed or OfficerState.Expired or OfficerState.Succeeded or OfficerState.Discarded => Components.Forms.Tone.Neutral,
    };

    /// <summary>How far the appointment has come; 补正, 不予备案 and the ends stand beside the path.</summary>
    public static IReadOnlyList<Step> Steps(OfficerDetailView view) => CaseSteps.Line(
        OfficerWorkflow.MainLine, view.State,
        view.State switch
        {
            OfficerState.Supplementing => OfficerState.PendingFiling,
            OfficerState.FilingRefused => OfficerState.Filed,
            _ => view.State,
        },
        view.State == OfficerState.FilingRefused,
        view.State switch
        {
            OfficerState.Nominated => view.OrganisationName,
            OfficerState.PendingFiling or OfficerState.Accepted => view.Recipient?.Name,
            _ => null,
        },
        view.History);
}
