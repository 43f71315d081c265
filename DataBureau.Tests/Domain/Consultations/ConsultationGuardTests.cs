using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Consultations;

public sealed class ConsultationGuardTests
{
    [Fact]
    public void Send_RuleNotKept_IsRefusedWithItsProvision()
    {
        var noBody = ConsultationCases.Prepared();
        Assert.Null(noBody.Disinvite(noBody.Invited.First().Id, ConsultationCases.Convenor, Entries.Now));
        Assert.Equal("ConsultationBodyMissing", noBody.Try(ConsultationAction.Send)?.Code);

        var wrongConvenor = ConsultationCases.Prepared();
        wrongConvenor.Know(wrongConvenor.Facts with { ConvenorHolds = Responsibilities.GovInfoAuthority });
        var refusal = wrongConvenor.Try(ConsultationAction.Send);
        Assert.Equal("ConsultationNotTheConvenor", refusal?.Code);
        Assert.NotNull(refusal?.Basis);

        // Below the province no rule asks for it; by choice it may always be held.
        Assert.Equal("ConsultationNotAsked", ConsultationCases.Prepared(ConsultationTrigger.AnnualPlan, Actors.City).Try(ConsultationAction.Send)?.Code);
        Assert.Null(ConsultationCases.Prepared(null, Actors.City).Try(ConsultationAction.Send));
    }

    [Fact]
    public void Send_NoLimitAnywhereOrAUnitAbolished_IsRefused()
    {
        var made = ConsultationCases.Prepared();
        Assert.Null(made.Edit(made.Content with { ReplyDays = null }, ConsultationCases.Convenor, Entries.Now));
        Assert.Equal("ConsultationNoDeadline", made.Try(ConsultationAction.Send)?.Code);
        made.Know(made.Facts with { SettingDays = 7, Bodies = new Dictionary<Guid, InvitedBody>(made.Facts.Bodies) { [ConsultationCases.Other] = new("民政厅", Responsibilities.None, true) } });
        Assert.Equal("ConsultationUnitAbolished", made.Try(ConsultationAction.Send)?.Code);
        made.Know(made.Facts with { Bodies = new Dictionary<Guid, InvitedBody>(made.Facts.Bodies) { [ConsultationCases.Other] = new("民政厅", Responsibilities.None, false) } });
        Assert.Null(made.Try(ConsultationAction.Send));
        Assert.Equal(7, made.RoundDays);
    }

    [Fact]
    public void AskAgain_OneQuestionInDissent_ReopensOnlyThatOne()
    {
        var made = ConsultationCases.In(ConsultationState.Collecting);
        made.Say(OpinionKind.Agree);
        var (unit, question) = (made.Invited.First(), made.Questions[1]);
        made.Know(made.Facts with { Opinions = [.. made.Facts.Opinions.Where(o => o.UnitId != unit.Id || o.QuestionId != question.Id), new OpinionFact(unit.Id, question.Id, 1, OpinionKind.Disagree)] });
        Assert.Null(made.Try(ConsultationAction.CloseRound));
        Assert.Equal("ConsultationOpenDissent", made.Try(ConsultationAction.Conclude)?.Code);
        Assert.Null(made.Try(ConsultationAction.AskAgain));

        Assert.Equal((1, 2), (made.Questions[0].AskedInRound, made.Questions[1].AskedInRound));
        Assert.False(made.Board.MayAnswer(unit, made.Questions[0]));
        Assert.True(made.Board.Owes(unit, question));
        // Who agreed owes nothing and may still think again.
        Assert.False(made.Board.Owes(made.Invited.Last()));
        Assert.True(made.Board.MayAnswer(made.Invited.Last(), question));
    }

    [Fact]
    public void Conclude_NothingOpen_AskAgainHasNothingToAsk()
    {
        var made = ConsultationCases.In(ConsultationState.Summarising);

        Assert.Equal("ConsultationNothingOpen", made.Try(ConsultationAction.AskAgain)?.Code);
        Assert.Equal("ConsultationNoConclusion", made.Try(ConsultationAction.Conclude)?.Code);
    }

    [Fact]
    public void Redraft_MinutesSigned_ClearsEverySignature()
    {
        var made = ConsultationCases.In(ConsultationState.Minutes);
        foreach (var unit in made.Invited)
            unit.Countersign(ConsultationCases.Convenor, Entries.Now);

        Assert.Equal("CommentRequired", made.Try(ConsultationAction.Redraft, null)?.Code);
        Assert.Null(made.Try(ConsultationAction.Redraft));
        Assert.All(made.Invited, u => Assert.Null(u.CountersignedAt));
    }

    /// <summary>Whatever the units say, in whatever order: a consultation that concludes has heard or marked every unit and settled every dissent.</summary>
    [Fact]
    public void Conclude_AnyOpinions_OnlyWhenAllAreSettled() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 5)).Resize(8).ToArbitrary(), Gen.ArrayOf(Gen.Choose(0, 2)).Resize(4).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), Concludes).QuickCheckThrowOnFailure();

    private static bool Concludes(int[] said, int[] outcomes, bool mark)
    {
        var made = ConsultationCases.In(ConsultationState.Collecting);
        var cells = (from unit in made.Invited from question in made.Questions select (unit, question)).ToList();
        made.Know(made.Facts with { Opinions = [.. cells.Zip(said).Where(x => x.Second < 4).Select(x => new OpinionFact(x.First.unit.Id, x.First.question.Id, 1, (OpinionKind)x.Second))] });
        Assert.Null(made.Try(ConsultationAction.CloseRound));
        if (mark)
            foreach (var unit in made.Invited.ToList())
                made.MarkSilent(unit.Id, "未复。", ConsultationCases.Convenor, Entries.Now);
        foreach (var (question, outcome) in made.Questions.Zip(outcomes).Where(x => x.Second < 2))
            made.SettleDissent(question.Id, (DissentOutcome)outcome, "记录。", ConsultationCases.Convenor, Entries.Now);
        Assert.Null(made.Edit(made.Content with { Conclusion = ConsultationGuards.Found(made), ConclusionText = "结论。", EscalatedToId = Guid.NewGuid(), EscalatedOn = new DateOnly(2026, 11, 1), EscalationRecord = "记录。" }, ConsultationCases.Convenor, Entries.Now));

        var heard = made.Invited.All(u => u.IsMarkedSilent || made.Questions.All(q => made.Facts.Opinions.Any(o => o.UnitId == u.Id && o.QuestionId == q.Id)));
        var settled = made.Questions.All(q => q.Outcome is not null || made.Facts.Opinions.All(o => o.QuestionId != q.Id || o.Kind != OpinionKind.Disagree));
        return (heard && settled) == made.Try(ConsultationAction.Conclude) is null;
    }
}
