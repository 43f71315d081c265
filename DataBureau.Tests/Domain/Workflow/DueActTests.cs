using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;

namespace DataBureau.Tests.Domain.Workflow;

/// <summary>Which acts are somebody's to do, and which are only theirs to do if they like.</summary>
public sealed class DueActTests
{
    private static readonly Permission Handle = new("test.handle", "办理");
    private static readonly Guid Office = Guid.NewGuid();

    private static readonly Guard<Box> Mendable = new(nameof(Mendable), static (box, _) => box.IsComplete ? null : new Refusal("Incomplete", "请补齐。"));
    private static readonly Guard<Box> OthersTurn = new(nameof(OthersTurn), static (box, _) => box.IsTheirs ? new Refusal("Theirs", "等待对方。") : null) { Excuses = true };

    private static readonly WorkflowTable<BoxState, BoxAction, Box> Table = new(_ => BoxState.Open, _ => new CaseLocation(Guid.NewGuid(), "140000", Office),
        new Transition<BoxState, BoxAction, Box>(BoxState.Open, BoxAction.Do, BoxState.Closed, Handle, CaseSide.Authority) { Guards = [Mendable, OthersTurn] },
        new Transition<BoxState, BoxAction, Box>(BoxState.Open, BoxAction.TakeBack, BoxState.Open, Handle, CaseSide.Authority) { IsRight = true, TaskIf = box => box.IsStranded });

    public enum BoxState
    {
        [ChineseName("开着")] Open,
        [ChineseName("关着")] Closed,
    }

    public enum BoxAction
    {
        [ChineseName("办")] Do,
        [ChineseName("收回")] TakeBack,
    }

    [Fact]
    public void IsDue_WhatIsMissingIsMendable_StaysOnTheDesk()
    {
        var act = Act(new Box(false, false, false), BoxAction.Do);

        Assert.True(act.IsDue);
        Assert.Equal("Incomplete", act.WhyNot?.Code);
    }

    [Fact]
    public void IsDue_SomebodyElsesTurn_NotEvenWhereMoreIsMissing()
    {
        Assert.False(Act(new Box(true, true, false), BoxAction.Do).IsDue);
        Assert.False(Act(new Box(false, true, false), BoxAction.Do).IsDue);
    }

    [Fact]
    public void IsDue_ARight_OnlyWhereTheTableSaysSo()
    {
        Assert.False(Act(new Box(true, false, false), BoxAction.TakeBack).IsDue);
        Assert.True(Act(new Box(true, false, true), BoxAction.TakeBack).IsDue);
    }

    [Theory]
    [InlineData(GrantScope.Region)]
    [InlineData(GrantScope.All)]
    public void IsCharged_OnlyInTheVeryBody_NotFromAbove(GrantScope scope)
    {
        var place = new CaseLocation(Guid.NewGuid(), "140100", null);
        var above = new Actor(Guid.NewGuid(), "某人", Office, "上级", [new Grant(Handle, Office, "140000", scope)]);

        Assert.True(above.Holds(Handle, place));
        Assert.False(above.IsChargedWith(Handle, CaseSide.Owner, place));
        Assert.False(above.IsChargedWith(Handle, CaseSide.Authority, place));
        Assert.True((above with { Grants = [new Grant(Handle, place.OrganisationId, "140100", scope)] }).IsChargedWith(Handle, CaseSide.Owner, place));
    }

    [Fact]
    public void AwaitedIn_AStateWithoutTasks_IsNothing()
    {
        Assert.Equal((BoxAction.Do, CaseSide.Authority), Table.AwaitedIn(BoxState.Open));
        Assert.Null(Table.AwaitedIn(BoxState.Closed));
    }

    /// <summary>Where a case rests: nobody has to do anything, whatever they may do.</summary>
    [Fact]
    public void Tables_StatesInWhichNothingIsAwaited_AreThese()
    {
        Assert.Equal([CatalogueState.Published, CatalogueState.Retired, CatalogueState.Superseded, CatalogueState.Discarded], Resting(CatalogueWorkflow.Table));
        Assert.Equal([PlanState.Filed, PlanState.InForce, PlanState.Published, PlanState.Superseded, PlanState.Repealed, PlanState.Discarded], Resting(PlanWorkflow.Table));
        Assert.Equal([ImplementationPlanState.Filed, ImplementationPlanState.Superseded, ImplementationPlanState.Cancelled, ImplementationPlanState.Discarded], Resting(ImplementationPlanWorkflow.Table).Order());
        Assert.Equal([DigitalBaseState.ConsentRefused, DigitalBaseState.Closed, DigitalBaseState.Withdrawn, DigitalBaseState.Discarded], Resting(DigitalBaseWorkflow.Table));
        Assert.Equal([OfficerState.Removed, OfficerState.Expired, OfficerState.Succeeded, OfficerState.Discarded], Resting(OfficerWorkflow.Table));
        Assert.Equal([EvaluationState.FiledWithPersonnel, EvaluationState.Discarded], Resting(EvaluationWorkflow.Table));
        Assert.Equal([MeetingState.Closed, MeetingState.Cancelled], Resting(MeetingWorkflow.Table));
        Assert.Equal([ProjectState.Archived, ProjectState.Terminated], Resting(ProjectWorkflow.Table));
        Assert.Equal([AnnualPlanState.Approved, AnnualPlanState.Discarded], Resting(AnnualPlanWorkflow.Table));
        Assert.Equal([ConsultationState.Archived, ConsultationState.Terminated], Resting(ConsultationWorkflow.Table));
        // Indicators are the bureau's own housekeeping: no case waits for them.
        Assert.Equal(Enum.GetValues<IndicatorSetState>(), Resting(IndicatorWorkflow.Table));
    }

    [Fact]
    public void Tables_JudgingActs_AreTasksUnlessTheyUndoWhatIsDone()
    {
        Assert.Empty(CatalogueWorkflow.Table.Transitions.Where(t => t.Judges && t.IsRight));
        Assert.Empty(PlanWorkflow.Table.Transitions.Where(t => t.Judges && t.IsRight));
        Assert.Equal([(DigitalBaseState.Connected, DigitalBaseAction.FailVerification)], DigitalBaseWorkflow.Table.Transitions.Where(t => t.Judges && t.IsRight).Select(t => (t.From, t.Action)));
        Assert.Empty(ProjectWorkflow.Table.Transitions.Where(t => t.Judges && t.IsRight));
    }

    private static IEnumerable<TState> Resting<TState, TAction, TCase>(WorkflowTable<TState, TAction, TCase> table)
        where TState : struct, Enum
        where TAction : struct, Enum => Enum.GetValues<TState>().Where(s => table.AwaitedIn(s) is null);

    private static PermittedAct<BoxAction> Act(Box box, BoxAction action) => Table
        .Permitted(box, new GuardContext(new Actor(Guid.NewGuid(), "某人", Office, "某局", [new Grant(Handle, Office, "140000", GrantScope.Organisation)]), PolicyLibrary.Embedded.For("140000"), DateTimeOffset.UnixEpoch))
        .Single(a => a.Action == action);

    private sealed record Box(bool IsComplete, bool IsTheirs, bool IsStranded);
}
