using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Components.Forms;

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
    public static IReadOnlyList<Step> Steps(OfficerDetailView view)
    {
        var line = OfficerWorkflow.MainLine;
        if (!OfficerWorkflow.IsHolding(view.State) && view.State != OfficerState.Nominated)
            return [.. line.Where(s => s == OfficerState.Nominated || Last(view, s) is not null).Select(s => new Step(s.ChineseName(), StepState.Done, Left(view, s))), new Step(view.State.ChineseName(), StepState.Stopped, Who(view, view.State))];
        var at = view.State switch
        {
            OfficerState.Supplementing => line.IndexOf(OfficerState.PendingFiling),
            OfficerState.FilingRefused => line.IndexOf(OfficerState.Filed),
            _ => line.IndexOf(view.State),
        };
        return [.. line.Select((state, i) => i == at ? Now(view, i == line.Length - 1) : new Step(state.ChineseName(), i < at ? StepState.Done : StepState.Upcoming, i < at ? Left(view, state) : null))];
    }

    private static Step Now(OfficerDetailView view, bool last) => new(view.State.ChineseName(),
        view.State == OfficerState.FilingRefused ? StepState.Stopped : last ? StepState.Done : StepState.Current,
        view.State is OfficerState.PendingFiling or OfficerState.Accepted ? view.Recipient?.Name : view.State == OfficerState.Nominated ? view.OrganisationName : Who(view, view.State));

    private static string? Who(OfficerDetailView view, OfficerState state) => Last(view, state) is { } step ? $"{step.ActorName} {ChinaTime.Local(step.At):MM-dd}" : null;

    private static string? Left(OfficerDetailView view, OfficerState state) =>
        view.History.LastOrDefault(h => h.FromState == state.ChineseName() && h.FromState != h.ToState) is { } step ? $"{step.ActorName} {ChinaTime.Local(step.At):MM-dd}" : null;

    private static DataBureau.Domain.Workflow.HistoryEntry? Last(OfficerDetailView view, OfficerState state) => view.History.LastOrDefault(h => h.ToState == state.ChineseName() && h.FromState != h.ToState);
}
