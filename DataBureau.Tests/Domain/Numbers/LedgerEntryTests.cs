using DataBureau.Domain.Access;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.Numbers;

public sealed class LedgerEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);
    private static readonly LedgerNumber Number = new(Actors.City, "CSBA", 2026, 7);
    private static readonly Actor Reviewer = Actors.Of(Role.Reviewer, Actors.Authority);

    [Fact]
    public void Reserve_ThenIssueThenVoid_KeepsEveryStep()
    {
        var entry = LedgerEntry.Reserve(Guid.NewGuid(), Number, "纸质材料", Reviewer, Now);
        Assert.Equal((NumberState.Reserved, "140100-CSBA-2026-0007"), (entry.State, entry.Text));

        Assert.Null(entry.IssueTo("plan", Guid.NewGuid(), "某规划", Reviewer, Now));
        Assert.Null(entry.Void("重复发号", null, Reviewer, Now));

        Assert.Equal((NumberState.Voided, 3, "纸质材料", "某规划", "重复发号"), (entry.State, entry.Version, entry.ReserveReason, entry.CaseTitle, entry.VoidReason));
    }

    [Fact]
    public void IssueTo_IssuedOrVoided_Refused()
    {
        var entry = LedgerEntry.Issue(Guid.NewGuid(), Number, "plan", Guid.NewGuid(), "某规划", Reviewer, Now);
        Assert.Equal("NotReserved", entry.IssueTo("plan", Guid.NewGuid(), "另一规划", Reviewer, Now)?.Code);
        Assert.Null(entry.Void("错发", null, Reviewer, Now));
        Assert.Equal("NotReserved", entry.IssueTo("plan", Guid.NewGuid(), "另一规划", Reviewer, Now)?.Code);
        Assert.Equal("某规划", entry.CaseTitle);
    }

    [Theory]
    [InlineData(null, "ReasonRequired")]
    [InlineData(" \n ", "ReasonRequired")]
    [InlineData("好", null)]
    public void CheckReason_NoneOrBlank_Refused(string? reason, string? code)
    {
        Assert.Equal(code, LedgerEntry.CheckReason(NumberAction.Reserve, reason)?.Code);
        Assert.Equal(code, LedgerEntry.CheckReason(NumberAction.Void, reason)?.Code);
    }

    [Fact]
    public void CheckReason_TooLong_Refused() => Assert.Equal("ReasonTooLong", LedgerEntry.CheckReason(NumberAction.Void, new string('因', LedgerEntry.ReasonLimit + 1))?.Code);

    [Fact]
    public void Void_Twice_RefusedAndTheFirstReasonStays()
    {
        var entry = LedgerEntry.Reserve(Guid.NewGuid(), Number, "纸质材料", Reviewer, Now);
        Assert.Null(entry.Void("材料撤回", null, Reviewer, Now));

        Assert.Equal("AlreadyVoided", entry.Void("再来一次", null, Reviewer, Now)?.Code);
        Assert.Equal(("材料撤回", 2), (entry.VoidReason, entry.Version));
    }

    [Fact]
    public void Void_WhileACaseHasIt_RefusedWithTheCaseAndTheWayOut()
    {
        var entry = LedgerEntry.Issue(Guid.NewGuid(), Number, "plan", Guid.NewGuid(), "某规划", Reviewer, Now);

        var refusal = entry.Void("重复发号", new NumberUse("某规划", "请先用「废止」。"), Reviewer, Now)!;

        Assert.Equal(("NumberInUse", "编号「140100-CSBA-2026-0007」由「某规划」使用中，不能作废。请先用「废止」。"), (refusal.Code, refusal.Sentence));
        Assert.Equal((NumberState.Issued, 1), (entry.State, entry.Version));
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Liaison)]
    [InlineData(Role.SystemAdmin)]
    public void Void_WithoutThePermission_Refused(Role role) =>
        Assert.Equal("NotPermitted", LedgerEntry.Reserve(Guid.NewGuid(), Number, "纸质材料", Reviewer, Now).Void("作废", null, Actors.Of(role, Actors.Authority), Now)?.Code);

    [Fact]
    public void Void_FromAnotherRegion_Refused() =>
        Assert.Equal("NotPermitted", LedgerEntry.Reserve(Guid.NewGuid(), Number, "纸质材料", Reviewer, Now).Void("作废", null, Actors.Of(Role.Reviewer, Actors.Neighbour, "130100"), Now)?.Code);

    [Fact]
    public void Issue_VeryLongTitle_IsCutForTheLedger() =>
        Assert.Equal(LedgerEntry.TitleLimit, LedgerEntry.Issue(Guid.NewGuid(), Number, "plan", Guid.NewGuid(), new string('题', 1000), Reviewer, Now).CaseTitle!.Length);
}
