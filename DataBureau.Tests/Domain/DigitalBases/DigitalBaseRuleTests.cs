using DataBureau.Domain.Access;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;
using static DataBureau.Domain.DigitalBases.DigitalBaseAction;
using static DataBureau.Tests.Domain.DigitalBases.DigitalBaseCases;

namespace DataBureau.Tests.Domain.DigitalBases;

public sealed class DigitalBaseRuleTests
{
    [Theory]
    [InlineData("350100", "DigitalBaseNotAsked", null)]
    [InlineData("130102", "DigitalBaseNotAsked", null)]
    [InlineData("140100", "DigitalBaseNotAskedHere", "J02")]
    public void Submit_WhereNothingAsksForIt_RefusedSayingSo(string region, string code, string? mechanism)
    {
        var refusal = Draft(region).Try(Submit);

        Assert.Equal((code, mechanism), (refusal?.Code, refusal?.Basis?.Mechanism));
    }

    [Fact]
    public void Submit_ByABodyThatDoesNotApply_Refused()
    {
        var draft = Draft();
        draft.Know(draft.Facts with { MayApply = false });

        Assert.Equal("DigitalBaseNotTheApplicant", draft.Try(Submit)?.Code);
    }

    [Theory]
    [InlineData(DigitalBaseState.Applied)]
    [InlineData(DigitalBaseState.UnderArgument)]
    public void ReportBuilt_WithoutConsent_RefusedCitingJ02AndShown(DigitalBaseState state)
    {
        var subject = In(state);

        var refusal = subject.Try(ReportBuilt);

        Assert.Equal(("DigitalBaseNoConsent", "J02"), (refusal?.Code, refusal?.Basis?.Mechanism));
        Assert.StartsWith("未经同意不得建设", refusal!.Sentence, StringComparison.Ordinal);
        Assert.NotNull(Offered(subject, Applicant).Single(a => a.Action == ReportBuilt).WhyNot);
    }

    [Fact]
    public void Close_NotConnected_RefusedCitingJ02AndShown()
    {
        var subject = In(DigitalBaseState.Built);

        var refusal = subject.Try(Close);

        Assert.Equal(("DigitalBaseNotConnected", "J02"), (refusal?.Code, refusal?.Basis?.Mechanism));
        Assert.StartsWith("未连通市级底座不得办结", refusal!.Sentence, StringComparison.Ordinal);
        Assert.NotNull(Offered(subject, Lead).Single(a => a.Action == Close).WhyNot);
    }

    [Fact]
    public void Consent_WithoutARecordOfTheArgument_SaysWhatIsMissing()
    {
        var subject = In(DigitalBaseState.UnderArgument);
        Assert.Equal(3, subject.Try(Consent)!.Details.Length);

        Assert.Null(subject.Edit(subject.Content with { Argument = Argument with { Participants = null } }, Lead, Entries.Now));
        Assert.Equal("请填写参加人员。", Assert.Single(subject.Try(Consent)!.Details).Sentence);
    }

    [Fact]
    public void Verify_WithoutARecord_RefusedAndFailingClearsTheRecord()
    {
        var subject = In(DigitalBaseState.Built);
        Assert.Equal("DigitalBaseNotVerified", subject.Try(Verify)?.Code);
        Assert.Equal("CommentRequired", subject.Try(FailVerification, comment: null)?.Code);

        Assert.Null(subject.Prepare().Try(FailVerification));
        Assert.Equal((DigitalBaseState.Built, new BaseVerification()), (subject.State, subject.Content.Verification));

        Assert.Null(subject.Prepare().Try(Verify));
        Assert.Null(subject.Try(FailVerification));
        Assert.Equal((DigitalBaseState.Built, null), (subject.State, subject.ConnectedAt));
    }

    [Fact]
    public void Edit_EachPart_OnlyByWhomItBelongsTo()
    {
        var (draft, argued, built) = (In(DigitalBaseState.Draft), In(DigitalBaseState.UnderArgument), In(DigitalBaseState.Built));
        var everything = new DigitalBaseContent { Application = Application with { Title = "改名" }, Argument = Argument, Verification = Verification };

        Assert.Equal("DigitalBaseNotYours", draft.Edit(everything, Lead, Entries.Now)?.Code);
        Assert.Equal("DigitalBaseNotYours", argued.Edit(everything, Applicant, Entries.Now)?.Code);
        Assert.Equal("DigitalBaseNotYours", built.Edit(everything, Actors.Of(Role.Reviewer, Actors.UpperAuthority, Actors.Province), Entries.Now)?.Code);
        Assert.Equal("DigitalBaseNotEditable", In(DigitalBaseState.Consented).Edit(everything, Applicant, Entries.Now)?.Code);

        Assert.Null(draft.Edit(everything, Applicant, Entries.Now));
        Assert.Equal(("改名", new BaseArgument()), (draft.Content.Application.Title, draft.Content.Argument));
        Assert.Null(argued.Edit(everything, Lead, Entries.Now));
        Assert.Equal((Application.Title, Argument, new BaseVerification()), (argued.Content.Application.Title, argued.Content.Argument, argued.Content.Verification));
        Assert.Equal("DigitalBaseDateInFuture", argued.Edit(everything with { Argument = Argument with { Date = new DateOnly(2099, 1, 1) } }, Lead, Entries.Now)?.Code);
    }

    [Fact]
    public void Reapply_AfterARefusal_LeavesTheRefusedOneAsItIs()
    {
        var refused = In(DigitalBaseState.ConsentRefused);
        Assert.Null(refused.LiveKey);

        Assert.Null(refused.Try(Reapply));
        var next = refused.Again(Guid.NewGuid(), Entries.Now);

        Assert.Equal((2, DigitalBaseState.Draft, County, refused.LineageId), (next.Round, next.State, next.LiveKey, next.LineageId));
        Assert.Equal((Application, new BaseArgument()), (next.Content.Application, next.Content.Argument));
        refused.Know(refused.Facts with { AppliedAgain = true });
        Assert.Equal("DigitalBaseAppliedAgain", refused.Try(Reapply)?.Code);
    }

    [Fact]
    public void Authority_Abolished_ActsAreRefusedUntilItIsSentElsewhere()
    {
        var subject = In(DigitalBaseState.Applied);
        var office = subject.Facts.Consent.RecipientNow!;
        Assert.Equal("FilingRecipientInOffice", subject.Try(Redirect)?.Code);
        subject.Know(subject.Facts with { Consent = subject.Facts.Consent with { Recipient = office with { Abolished = true }, RecipientNow = new(Actors.Neighbour, "太原市数据局", Abolished: false) } });

        Assert.Equal("DigitalBaseAuthorityAbolished", subject.Try(OpenArgument)?.Code);
        Assert.Null(subject.Try(Redirect));
        Assert.Equal(Actors.Neighbour, subject.RecipientId);
    }

    private static IReadOnlyList<PermittedAct<DigitalBaseAction>> Offered(DigitalBase subject, Actor actor) =>
        DigitalBaseWorkflow.Offered(subject, new GuardContext(actor, PolicyLibrary.Embedded.For(subject.RegionCode), Entries.Now));
}
