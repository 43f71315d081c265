using DataBureau.Domain;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Tests.Domain.Workflow;

/// <summary>The table on its own, with a workflow that no feature knows.</summary>
public sealed class WorkflowTableTests
{
    private static readonly Permission Open = new("door.open", "开门");
    private static readonly Permission Lock = new("door.lock", "锁门");
    private static readonly Guard<Door> NotBlocked = new(nameof(NotBlocked), static (door, _) => door.Blocked ? new Refusal("Blocked", "门口有东西，搬开后再试。") : null);
    private static readonly Guard<Door> NotRusty = new(nameof(NotRusty), static (door, _) => door.Rusty ? new Refusal("Rusty", "锁锈住了。") : null);

    private static readonly WorkflowTable<DoorState, DoorAction, Door> Table = new(d => d.State, _ => new CaseLocation(Actors.Owner, Actors.City, Actors.Authority),
        new Transition<DoorState, DoorAction, Door>(DoorState.Shut, DoorAction.Open, DoorState.Open, Open, CaseSide.Owner) { Guards = [NotBlocked, NotRusty], NeedsComment = true, Mechanisms = ["O05", "X99"] },
        new Transition<DoorState, DoorAction, Door>(DoorState.Shut, DoorAction.Lock, DoorState.Locked, Lock, CaseSide.Owner),
        new Transition<DoorState, DoorAction, Door>(DoorState.Open, DoorAction.Shut, DoorState.Shut, Open, CaseSide.Owner));

    public enum DoorState
    {
        [ChineseName("关着")] Shut,
        [ChineseName("开着")] Open,
        [ChineseName("锁着")] Locked,
    }

    public enum DoorAction
    {
        [ChineseName("打开")] Open,
        [ChineseName("关上")] Shut,
        [ChineseName("锁上")] Lock,
    }

    [Fact]
    public void Decide_EverythingWrong_RefusalsComeInTheOrderOfTheChecks()
    {
        var door = new Door(DoorState.Locked, Blocked: true, Rusty: true);
        Assert.Equal("WrongState", Code(door, Actors.With(), null));
        door = door with { State = DoorState.Shut };
        Assert.Equal("NotPermitted", Code(door, Actors.With(Lock), null));
        Assert.Equal("CommentRequired", Code(door, Actors.With(Open), null));
        Assert.Equal("CommentTooLong", Code(door, Actors.With(Open), new string('长', HistoryEntry.CommentLimit + 1)));
        Assert.Equal("Blocked", Code(door, Actors.With(Open), "请开门"));
        Assert.Equal("Rusty", Code(door with { Blocked = false }, Actors.With(Open), "请开门"));
        Assert.Null(Code(door with { Blocked = false, Rusty = false }, Actors.With(Open), "请开门"));
    }

    [Theory]
    [InlineData(null, "CommentRequired")]
    [InlineData("", "CommentRequired")]
    [InlineData(" \n　", "CommentRequired")]
    [InlineData("可", null)]
    public void Decide_CommentNeeded_BlankIsNone(string? comment, string? code) => Assert.Equal(code, Code(new Door(DoorState.Shut), Actors.With(Open), comment));

    [Theory]
    [InlineData("退回", "退回必须填写意见，写明需要修改的内容。")]
    [InlineData("验收退回", "验收退回必须填写意见，写明需要修改的内容。")]
    [InlineData("免去", "免去必须填写意见，写明原因。")]
    [InlineData("不予备案", "不予备案必须填写意见，写明原因。")]
    public void CommentRequired_OfAnAct_AsksForWhatTheActNeeds(string act, string sentence) => Assert.Equal(sentence, WorkflowRefusals.CommentRequired(act).Sentence);

    [Fact]
    public void Decide_CommentOfExactlyTheLimit_Accepted() =>
        Assert.Null(Code(new Door(DoorState.Shut), Actors.With(Open), new string('长', HistoryEntry.CommentLimit)));

    [Fact]
    public void Decide_CommentNotNeeded_TooLongIsStillRefused() =>
        Assert.Equal("CommentTooLong", Refusal(Table.Decide(new Door(DoorState.Shut), DoorAction.Lock, new string('长', HistoryEntry.CommentLimit + 1), Context(Actors.With(Lock))))?.Code);

    [Fact]
    public void Refusals_Shared_NameTheActAndThePermissionInWords()
    {
        Assert.Contains("「锁着」，不能打开", Refusal(Table.Decide(new Door(DoorState.Locked), DoorAction.Open, "可", Context(Actors.With(Open))))!.Sentence, StringComparison.Ordinal);
        Assert.Contains("「开门」", Refusal(Table.Decide(new Door(DoorState.Shut), DoorAction.Open, "可", Context(Actors.With())))!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_SameStateAndActionTwice_IsNotMade() => Assert.Throws<ArgumentException>(() => new WorkflowTable<DoorState, DoorAction, Door>(d => d.State, _ => new CaseLocation(Actors.Owner, Actors.City, null),
        new Transition<DoorState, DoorAction, Door>(DoorState.Shut, DoorAction.Open, DoorState.Open, Open, CaseSide.Owner),
        new Transition<DoorState, DoorAction, Door>(DoorState.Shut, DoorAction.Open, DoorState.Locked, Lock, CaseSide.Owner)));

    [Fact]
    public void Permitted_GuardFails_ActIsListedWithTheReason()
    {
        var act = Assert.Single(Table.Permitted(new Door(DoorState.Shut, Blocked: true), Context(Actors.With(Open))));

        Assert.Equal((DoorAction.Open, "打开", true, "Blocked"), (act.Action, act.Name, act.NeedsComment, act.WhyNot?.Code));
    }

    [Fact]
    public void Permitted_OnlyTheHeldPermissionsOfTheState()
    {
        Assert.Empty(Table.Permitted(new Door(DoorState.Shut), Context(Actors.With())));
        Assert.Equal([DoorAction.Lock], Table.Permitted(new Door(DoorState.Shut), Context(Actors.With(Lock))).Select(a => a.Action));
        Assert.Equal([DoorAction.Shut], Table.Permitted(new Door(DoorState.Open), Context(Actors.With(Open, Lock))).Select(a => a.Action));
        Assert.Empty(Table.Permitted(new Door(DoorState.Locked), Context(Actors.With(Open, Lock))));
    }

    [Fact]
    public void Permitted_Mechanisms_AreResolvedByThePolicyAndUnknownOnesLeftOut()
    {
        var bases = Assert.Single(Table.Permitted(new Door(DoorState.Shut), Context(Actors.With(Open)))).Bases;

        Assert.Equal("O05", Assert.Single(bases).Mechanism);
        Assert.Equal("TY-8-2", bases[0].Citations[0].Id);
    }

    private static string? Code(Door door, Actor actor, string? comment) => Refusal(Table.Decide(door, DoorAction.Open, comment, Context(actor)))?.Code;

    private static Refusal? Refusal(Decision<DoorState> decision) => (decision as Decision<DoorState>.Refused)?.Refusal;

    private static GuardContext Context(Actor actor) => new(actor, PolicyLibrary.Embedded.For(Actors.City), DateTimeOffset.UnixEpoch);

    public sealed record Door(DoorState State, bool Blocked = false, bool Rusty = false);
}
