using DataBureau.Domain.Access;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.Consultations;

/// <summary>Consultations brought into a state by the acts that lead there. The province's bureau convenes; two bodies are invited and agree.</summary>
internal static class ConsultationCases
{
    public static readonly Guid Unit = Guid.Parse("00000000-0000-0000-0000-0000000000d1");
    public static readonly Guid Other = Guid.Parse("00000000-0000-0000-0000-0000000000d2");

    public static readonly Actor Convenor = Actors.Of(Role.Reviewer, Actors.Owner, Actors.Province);

    private static readonly Dictionary<ConsultationState, ConsultationAction[]> Ways = new()
    {
        [ConsultationState.Preparing] = [],
        [ConsultationState.Collecting] = [ConsultationAction.Send],
        [ConsultationState.Summarising] = [ConsultationAction.Send, ConsultationAction.CloseRound],
        [ConsultationState.Meeting] = [ConsultationAction.Send, ConsultationAction.CloseRound, ConsultationAction.Meet],
        [ConsultationState.Concluded] = [ConsultationAction.Send, ConsultationAction.CloseRound, ConsultationAction.Conclude],
        [ConsultationState.Minutes] = [ConsultationAction.Send, ConsultationAction.CloseRound, ConsultationAction.Conclude, ConsultationAction.DrawUpMinutes],
        [ConsultationState.FollowUp] = [ConsultationAction.Send, ConsultationAction.CloseRound, ConsultationAction.Conclude, ConsultationAction.DrawUpMinutes, ConsultationAction.StartFollowUp],
        [ConsultationState.FollowedUp] = [ConsultationAction.Send, ConsultationAction.CloseRound, ConsultationAction.Conclude, ConsultationAction.DrawUpMinutes, ConsultationAction.StartFollowUp, ConsultationAction.FinishFollowUp],
        [ConsultationState.Archived] = [ConsultationAction.Send, ConsultationAction.CloseRound, ConsultationAction.Conclude, ConsultationAction.DrawUpMinutes, ConsultationAction.StartFollowUp, ConsultationAction.FinishFollowUp, ConsultationAction.Archive],
        [ConsultationState.Terminated] = [ConsultationAction.Terminate],
    };

    public static Consultation Prepared(ConsultationTrigger? trigger = ConsultationTrigger.ProjectReply, string region = Actors.Province)
    {
        var made = Consultation.Prepare(Guid.NewGuid(), Actors.Owner, region, trigger, null, new ConsultationContent { Title = "某项目会商", Matter = "事由", ReplyDays = 5 }, Entries.Now);
        made.Know(new ConsultationFacts
        {
            ConvenorHolds = Responsibilities.DataAuthority,
            Materials = 1,
            Bodies = new Dictionary<Guid, InvitedBody> { [Unit] = new("审批局", Responsibilities.GovInfoAuthority, false), [Other] = new("民政厅", Responsibilities.None, false) },
        });
        made.AddQuestion(Guid.NewGuid(), "是否同意立项？");
        made.AddQuestion(Guid.NewGuid(), "是否同意预算？");
        made.AddUnit(Guid.NewGuid(), Unit);
        made.AddUnit(Guid.NewGuid(), Other);
        return made;
    }

    public static Consultation In(ConsultationState state)
    {
        var made = Prepared();
        foreach (var action in Ways[state])
            Assert.IsType<Decision<ConsultationState>.Accepted>(made.Attempt(action, Convenor));
        Assert.Equal(state, made.State);
        return made;
    }

    /// <summary>Everybody says the same to everything in the round that is open.</summary>
    public static void Say(this Consultation consultation, OpinionKind kind, params Guid[] bodies) =>
        consultation.Know(consultation.Facts with
        {
            Opinions = [.. consultation.Facts.Opinions, .. from unit in consultation.Invited where bodies.Length == 0 || bodies.Contains(unit.OrganisationId)
                                                           from question in consultation.Questions
                                                           select new OpinionFact(unit.Id, question.Id, consultation.Round, kind)],
        });

    public static Refusal? Try(this Consultation consultation, ConsultationAction action, string? comment = "办理。") =>
        (consultation.Act(action, comment, Context(consultation, Convenor)) as Decision<ConsultationState>.Refused)?.Refusal;

    /// <summary>Does what has to be done before the act, then the act, so that only state and permission can stand in the way.</summary>
    public static Decision<ConsultationState> Attempt(this Consultation consultation, ConsultationAction action, Actor by)
    {
        var now = Entries.Now;
        if (consultation.State == ConsultationState.Collecting)
            consultation.Say(OpinionKind.Agree);
        // A unit that was invited after the round has not been asked: there is something to ask again.
        if (action == ConsultationAction.AskAgain && consultation.State is ConsultationState.Summarising or ConsultationState.Meeting && consultation.Board.IsSettled(consultation.Invited.Last()))
            consultation.AddUnit(Guid.NewGuid(), Guid.NewGuid());
        if (ConsultationWorkflow.Editable(consultation.State) is not (ConsultationParts.None or ConsultationParts.Matter))
            Assert.Null(consultation.Edit(consultation.Content with
            {
                MeetingOn = new DateOnly(2026, 11, 20), MeetingPlace = "会议室", MeetingAttendees = "双方", Conclusion = ConclusionKind.Agreed, ConclusionText = "一致同意。", MinutesText = "纪要。",
            }, Convenor, now));
        if (consultation.State == ConsultationState.Minutes)
        {
            foreach (var unit in consultation.Invited)
                unit.Countersign(by, now);
            if (action == ConsultationAction.StartFollowUp)
                Assert.Null(consultation.PutFollowUp(Guid.NewGuid(), "落实", Unit, new DateOnly(2027, 1, 1), Convenor, now));
        }

        if (consultation.State == ConsultationState.FollowUp)
            foreach (var item in consultation.FollowUps.Where(f => f.IsOpen).ToList())
                Assert.Null(consultation.FinishFollowUp(item.Id, "已完成。", Convenor, now));
        return consultation.Act(action, "办理。", Context(consultation, by));
    }

    private static GuardContext Context(Consultation consultation, Actor by) => new(by, PolicyLibrary.Embedded.For(consultation.RegionCode), Entries.Now);
}
