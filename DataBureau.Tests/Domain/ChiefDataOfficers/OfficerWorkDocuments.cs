using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Architecture;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.ChiefDataOfficers;

/// <summary>Evaluations and meetings in full, as the table decides; brought into a state by the acts that lead there.</summary>
public sealed class OfficerWorkDocuments
{
    private const string EvaluationFile = "DataBureau.Tests/Domain/Workflow/OfficerEvaluation.approved.md";
    private const string MeetingFile = "DataBureau.Tests/Domain/Workflow/JointMeeting.approved.md";

    private static readonly Actor Liaison = Actors.Of(Role.Liaison, Actors.Owner);
    private static readonly Actor Bureau = Actors.Of(Role.Reviewer, Actors.Authority);
    private static readonly Actor Convenor = Actors.Of(Role.Reviewer, Actors.Owner);

    private static readonly FieldRemark[] Said =
    [
        new(EvaluationFields.ThirdParty, "某评估中心"), new(EvaluationFields.Grade, nameof(EvaluationGrade.Good)), new(EvaluationFields.PersonnelOffice, "市委组织部"), new(EvaluationFields.DocumentNumber, "并数函〔2026〕1号"), new(EvaluationFields.DocumentDate, "2026-01-01"),
    ];

    private static readonly Dictionary<EvaluationState, EvaluationAction[]> EvaluationWays = new()
    {
        [EvaluationState.SelfScoring] = [],
        [EvaluationState.BureauScoring] = [EvaluationAction.Submit],
        [EvaluationState.ThirdPartyScoring] = [EvaluationAction.Submit, EvaluationAction.SendOut],
        [EvaluationState.Concluded] = [EvaluationAction.Submit, EvaluationAction.Conclude],
        [EvaluationState.FiledWithPersonnel] = [EvaluationAction.Submit, EvaluationAction.Conclude, EvaluationAction.File],
        [EvaluationState.Discarded] = [EvaluationAction.Discard],
    };

    private static readonly Dictionary<MeetingState, MeetingAction[]> MeetingWays = new()
    {
        [MeetingState.Preparing] = [],
        [MeetingState.Held] = [MeetingAction.Hold],
        [MeetingState.MinutesIssued] = [MeetingAction.Hold, MeetingAction.Issue],
        [MeetingState.FollowingUp] = [MeetingAction.Hold, MeetingAction.Issue, MeetingAction.Assign],
        [MeetingState.Closed] = [MeetingAction.Hold, MeetingAction.Issue, MeetingAction.Assign, MeetingAction.Close],
        [MeetingState.Cancelled] = [MeetingAction.Cancel],
    };

    [Fact]
    public void Evaluation_EveryStateActionAndRole_MatchesApprovedTable() => Approved.Matches(new WorkflowDocument<EvaluationState, EvaluationAction, OfficerEvaluation>(
        "Officer evaluation workflow", "a fully scored evaluation that somebody else submitted", "the officer's unit", EvaluationWorkflow.Table, (state, action, actor) => Act(EvaluationIn(state), action, actor)).Write(), EvaluationFile);

    [Fact]
    public void Meeting_EveryStateActionAndRole_MatchesApprovedTable() => Approved.Matches(new WorkflowDocument<MeetingState, MeetingAction, JointMeeting>(
        "Joint meeting workflow", "a meeting with decisions and one task that is done as soon as it is given", "the convenor", MeetingWorkflow.Table, (state, action, actor) => MeetingIn(state).Act(action, "按程序办理。", Context(actor))).Write(), MeetingFile);

    [Theory]
    [InlineData(EvaluationFile, "docs/officer-evaluation-workflow.md")]
    [InlineData(MeetingFile, "docs/joint-meeting-workflow.md")]
    public void Document_ForReaders_IsTheApprovedTable(string approved, string document) => Approved.Matches(File.ReadAllText(SourceTree.PathOf(approved)), document);

    [Fact]
    public void Conclude_OwnSubmission_Refused()
    {
        var both = Liaison with { Grants = [.. Liaison.Grants, .. Bureau.Grants] };
        var evaluation = Begun();
        Assert.IsType<Decision<EvaluationState>.Accepted>(Act(evaluation, EvaluationAction.Submit, both));

        Assert.Equal("OwnSubmission", Assert.IsType<Decision<EvaluationState>.Refused>(Act(evaluation, EvaluationAction.Conclude, both)).Refusal.Code);
    }

    private static GuardContext Context(Actor actor) => new(actor, PolicyLibrary.Embedded.For(Actors.City), Entries.Now) { Remarks = Said };

    private static Decision<EvaluationState> Act(OfficerEvaluation evaluation, EvaluationAction action, Actor actor) => evaluation.Act(action, "按程序办理。", Context(actor));

    private static OfficerEvaluation Begun()
    {
        var set = IndicatorTemplate.Content;
        var evaluation = OfficerEvaluation.Begin(Guid.NewGuid(), OfficerCases.Nomination(), Actors.Authority, 2026, Guid.NewGuid(), Entries.Now);
        evaluation.Know(new EvaluationFacts(set, "张明", "太原市民政局", set.Indicators.Select(i => i.Key).Append(OfficerEvaluation.ThirdPartySlot).ToHashSet(StringComparer.Ordinal)));
        Score(evaluation, Liaison);
        return evaluation;
    }

    private static void Score(OfficerEvaluation evaluation, Actor actor) =>
        Assert.Null(evaluation.Edit([.. evaluation.Facts.Set.Groups.Select(g => new DutyReport(g, "按计划完成。"))], evaluation.Facts.Set.Indicators.ToDictionary(i => i.Key, _ => (decimal?)80, StringComparer.Ordinal), actor, Entries.Now));

    private static OfficerEvaluation EvaluationIn(EvaluationState state)
    {
        var evaluation = Begun();
        foreach (var action in EvaluationWays[state])
        {
            Assert.IsType<Decision<EvaluationState>.Accepted>(Act(evaluation, action, action == EvaluationAction.Submit ? Liaison : Bureau));
            if (evaluation.State is EvaluationState.BureauScoring or EvaluationState.ThirdPartyScoring)
                Score(evaluation, Bureau);
        }

        Assert.Equal(state, evaluation.State);
        return evaluation;
    }

    private static JointMeeting MeetingIn(MeetingState state)
    {
        var meeting = JointMeeting.Prepare(Guid.NewGuid(), Actors.Owner, Actors.City, "联席会议", Entries.Now);
        var day = new DateOnly(2026, 1, 1);
        Assert.Null(meeting.Edit(new MeetingContent("联席会议", day, "会议室", [new AgendaItem("议题", "同意。")], [new Participant("太原市民政局", null)], [new FollowUpContent(null, "按季通报", Actors.Owner, day)]), Convenor, Entries.Now, Guid.NewGuid));
        foreach (var action in MeetingWays[state])
        {
            Assert.IsType<Decision<MeetingState>.Accepted>(meeting.Act(action, "按程序办理。", Context(Convenor)));
            if (meeting.State == MeetingState.FollowingUp)
                Assert.Null(meeting.Report(meeting.FollowUps[0], "已通报。", Convenor, Entries.Now));
        }

        Assert.Equal(state, meeting.State);
        return meeting;
    }
}
