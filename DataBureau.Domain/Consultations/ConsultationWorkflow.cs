using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.Consultations.ConsultationAction;
using static DataBureau.Domain.Consultations.ConsultationState;
using static DataBureau.Domain.Workflow.CaseSide;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.Consultations.ConsultationState, DataBureau.Domain.Consultations.ConsultationAction, DataBureau.Domain.Consultations.Consultation>;

namespace DataBureau.Domain.Consultations;

/// <summary>
/// J03, J04 and consultations by choice. Only the convening body moves it: every row stands on the authority's side. The
/// opinions and countersignatures of the units are no rows of it: forty units speak at once and none waits for another.
/// </summary>
public static class ConsultationWorkflow
{
    private static readonly ImmutableArray<string> Asked = ["J03", "J04"];
    private static readonly Guard<Consultation> NumberFree = NumberGuards.NumberFree<Consultation>();

    public static readonly WorkflowTable<ConsultationState, ConsultationAction, Consultation> Table = new(c => c.State, c => c.Location,
        Of(Preparing, Send, Collecting) with { Guards = [ConsultationGuards.Asks, ConsultationGuards.RuleKept, ConsultationGuards.UnitsInOffice, ConsultationGuards.HasMaterial, ConsultationGuards.DeadlineKnown, NumberFree], Mechanisms = Asked },
        Of(Preparing, Terminate, Terminated) with { NeedsComment = true, IsRight = true },
        Of(Collecting, CloseRound, Summarising) with { Guards = [ConsultationGuards.DueOrAnswered] },
        Of(Collecting, Terminate, Terminated) with { NeedsComment = true, IsRight = true },
        Of(Summarising, Conclude, Concluded) with { Guards = ConsultationGuards.ForConclusion, Mechanisms = Asked },
        Of(Summarising, AskAgain, Collecting) with { Guards = [ConsultationGuards.SomethingOpen, ConsultationGuards.DeadlineKnown] },
        Of(Summarising, Meet, Meeting),
        Of(Summarising, Terminate, Terminated) with { NeedsComment = true, IsRight = true },
        Of(Meeting, Conclude, Concluded) with { Guards = [ConsultationGuards.MeetingRecorded, .. ConsultationGuards.ForConclusion], Mechanisms = Asked },
        Of(Meeting, AskAgain, Collecting) with { Guards = [ConsultationGuards.SomethingOpen, ConsultationGuards.DeadlineKnown] },
        Of(Meeting, Terminate, Terminated) with { NeedsComment = true, IsRight = true },
        Of(Concluded, DrawUpMinutes, Minutes) with { Guards = [ConsultationGuards.MinutesWritten, NumberFree] },
        Of(Minutes, StartFollowUp, FollowUp) with { Guards = [ConsultationGuards.Countersigned, ConsultationGuards.HasFollowUps] },
        Of(Minutes, Archive, Archived) with { Guards = [ConsultationGuards.Countersigned, ConsultationGuards.NoFollowUps] },
        Of(Minutes, Redraft, Concluded) with { NeedsComment = true, IsRight = true },
        Of(FollowUp, FinishFollowUp, FollowedUp) with { Guards = [ConsultationGuards.FollowUpsDone] },
        Of(FollowedUp, Archive, Archived));

    /// <summary>A unit's time to answer. Its clock hangs on the unit, not on the consultation: one that has answered is done.</summary>
    public static readonly TimeLimit ReplyLimit = new("consultation.reply", "反馈会商意见", ConsultationUnit.CaseKind) { ActedOnWith = [ConsultationPermissions.Answer] };

    /// <summary>What was given to a unit to do, by the day that was agreed on.</summary>
    public static readonly TimeLimit FollowUpLimit = new("consultation.follow-up", "落实会商议定事项", ConsultationFollowUp.CaseKind) { ActedOnWith = [ConsultationPermissions.Answer], IsAgreed = true };

    public static readonly ImmutableArray<ConsultationState> MainLine = [Preparing, Collecting, Summarising, Concluded, Minutes, FollowUp, Archived];

    /// <summary>The convenor may still change it or it may still come to nothing: no gate opens.</summary>
    public static bool IsOpen(ConsultationState state) => state is Preparing or Collecting or Summarising or Meeting;

    public static bool IsConcluded(ConsultationState state) => !IsOpen(state) && state != Terminated;

    /// <summary>What the convenor may change.</summary>
    public static ConsultationParts Editable(ConsultationState state) => state switch
    {
        Preparing => ConsultationParts.Matter,
        Summarising => ConsultationParts.Conclusion,
        Meeting => ConsultationParts.Meeting | ConsultationParts.Conclusion,
        Concluded => ConsultationParts.Minutes,
        _ => ConsultationParts.None,
    };

    private static Row Of(ConsultationState from, ConsultationAction action, ConsultationState to) => new(from, action, to, ConsultationPermissions.Convene, Authority);
}
