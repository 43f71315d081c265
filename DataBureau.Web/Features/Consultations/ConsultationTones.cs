using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.Consultations;

internal static class ConsultationTones
{
    public static Tone Tone(this ConsultationState state) => state switch
    {
        ConsultationState.Preparing or ConsultationState.Archived => Components.Forms.Tone.Neutral,
        ConsultationState.Collecting or ConsultationState.Summarising or ConsultationState.Meeting => Components.Forms.Tone.Info,
        ConsultationState.Minutes or ConsultationState.FollowUp => Components.Forms.Tone.Attention,
        ConsultationState.Concluded or ConsultationState.FollowedUp => Components.Forms.Tone.Success,
        ConsultationState.Terminated => Components.Forms.Tone.Danger,
    };

    /// <summary>What is brought before the leading group is decided elsewhere: it is no success yet.</summary>
    public static Tone Tone(this DissentOutcome outcome) => outcome switch
    {
        DissentOutcome.Reconciled => Components.Forms.Tone.Success,
        DissentOutcome.Escalated => Components.Forms.Tone.Attention,
    };

    public static IReadOnlyList<Step> Steps(ConsultationView view)
    {
        var line = ConsultationWorkflow.MainLine.ToList();
        if (view.State == ConsultationState.Terminated)
            return [new Step(ConsultationState.Preparing.ChineseName(), StepState.Done), new Step(view.State.ChineseName(), StepState.Stopped)];
        var at = view.State switch { ConsultationState.Meeting => line.IndexOf(ConsultationState.Summarising), ConsultationState.FollowedUp => line.IndexOf(ConsultationState.FollowUp), _ => line.IndexOf(view.State) };
        return [.. line.Select((s, i) => new Step(i == at ? view.State.ChineseName() : s.ChineseName(), i < at || view.State == ConsultationState.Archived ? StepState.Done : i == at ? StepState.Current : StepState.Upcoming,
            s == ConsultationState.Collecting && view.Round > 0 ? $"第 {view.Round} 轮" : null))];
    }
}
