using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;
using static DataBureau.Tests.Domain.ChiefDataOfficers.OfficerCases;

namespace DataBureau.Tests.Domain.ChiefDataOfficers;

public sealed partial class OfficerGuardTests
{
    public static TheoryData<string, string?> BadDocuments => new()
    {
        { "no number", nameof(OfficerContent.DocumentNumber) },
        { "no date", nameof(OfficerContent.DocumentDate) },
        { "date in the future", nameof(OfficerContent.DocumentDate) },
        { "no start", nameof(OfficerContent.EffectiveFrom) },
        { "start in the future", nameof(OfficerContent.EffectiveFrom) },
        { "term over", nameof(OfficerContent.TermEndsOn) },
    };

    [Theory]
    [MemberData(nameof(BadDocuments))]
    public void Appoint_DocumentOrTermWrong_RefusedAtTheField(string what, string? field)
    {
        var content = what switch
        {
            "no number" => Content with { DocumentNumber = " " },
            "no date" => Content with { DocumentDate = null },
            "date in the future" => Content with { DocumentDate = Today.AddDays(1) },
            "no start" => Content with { EffectiveFrom = null },
            "start in the future" => Content with { EffectiveFrom = Today.AddDays(1), TermEndsOn = null },
            _ => Content with { TermEndsOn = Today.AddDays(-1) },
        };

        var refusal = Nomination(content).Try(OfficerAction.Appoint, Head);

        Assert.Equal("OfficerDocument", refusal?.Code);
        Assert.Equal(field, Assert.Single(refusal!.Details).Field);
    }

    [Theory]
    [InlineData(DataPost.ChiefDataOfficer, PersonRank.SectionHead, "OfficerRank")]
    [InlineData(DataPost.ChiefDataOfficer, PersonRank.Staff, "OfficerRank")]
    [InlineData(DataPost.ChiefDataOfficer, PersonRank.UnitHead, null)]
    [InlineData(DataPost.Steward, PersonRank.Staff, null)]
    [InlineData(DataPost.Executive, PersonRank.SectionHead, null)]
    public void Appoint_RankOfThePost_OnlyTheChiefIsALeader(DataPost post, PersonRank rank, string? code)
    {
        var refusal = Nomination(Content with { Rank = rank }, post).Try(OfficerAction.Appoint, Head);

        Assert.Equal(code, refusal?.Code);
        if (code is not null)
            Assert.NotNull(refusal!.Basis);
    }

    [Theory]
    [InlineData("140100", "TY-6")]
    [InlineData("140105", "TY-6")]
    [InlineData("140000", null)]
    [InlineData("130100", null)]
    [InlineData("350000", null)]
    public void Appoint_RankTooLow_CitesOnlyARuleThatAsksForTheRank(string region, string? provision)
    {
        var refusal = Nomination(Content with { Rank = PersonRank.Staff }, region: region).Try(OfficerAction.Appoint, Head);

        Assert.Equal("OfficerRank", refusal?.Code);
        Assert.Equal(provision, refusal!.Basis is { } basis ? Assert.Single(basis.Citations).Id : null);
        Assert.Equal(provision is null, refusal.Sentence.Contains("本局设定", StringComparison.Ordinal));
    }

    [Fact]
    public void Document_MissingOrNotAttached_IsTheBureausSettingAndCitesNothing()
    {
        var missing = Nomination(Content with { DocumentNumber = null }).Try(OfficerAction.Appoint, Head)!;
        var appointed = In(OfficerState.Appointed);
        appointed.Know(Facts with { Materials = new HashSet<string>(StringComparer.Ordinal) });
        var unattached = appointed.Try(OfficerAction.SendForFiling, Liaison)!;

        Assert.Equal(("OfficerDocument", null), (missing.Code, missing.Basis));
        Assert.Equal(("OfficerDocumentNotAttached", null), (unattached.Code, unattached.Basis));
        Assert.Contains("本局设定", missing.Sentence, StringComparison.Ordinal);
        Assert.Contains("本局设定", unattached.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Appoint_OwnNomination_Refused()
    {
        var both = new Actor(Liaison.UserId, Head.Name, Head.OrganisationId, Head.OrganisationName, Head.Grants);

        Assert.Equal("OwnSubmission", Nomination().Try(OfficerAction.Appoint, both)?.Code);
    }

    [Fact]
    public void Appoint_Successor_EndsTheHolderTheDayBefore()
    {
        var old = In(OfficerState.Filed);
        var next = Nomination(Content with { PersonName = "李芳", EffectiveFrom = Today, TermEndsOn = null });
        next.Know(Facts with { Incumbent = old });

        next.Do(OfficerAction.Appoint, Head);

        Assert.Equal((OfficerState.Succeeded, Today.AddDays(-1), null), (old.State, old.EndedOn, old.HolderKey));
        Assert.Equal(OfficerState.Filed, next.Relieved?.From);
        Assert.Equal(0, old.Term!.Value.GapTo(next.Term!.Value));
        Assert.False(old.Term.Value.Overlaps(next.Term.Value));
        Assert.NotNull(next.HolderKey);
    }

    [Theory]
    [InlineData("张明", "2026-11-20", "OfficerSamePerson")]
    [InlineData("李芳", "2025-11-21", "OfficerSuccessionOrder")]
    [InlineData("李芳", "2025-11-22", null)]
    public void Appoint_SuccessorOutOfOrder_Refused(string name, string from, string? code)
    {
        var old = In(OfficerState.Filed);
        var next = Nomination(Content with { PersonName = name, EffectiveFrom = DateOnly.Parse(from, null), TermEndsOn = null });
        next.Know(Facts with { Incumbent = old });

        Assert.Equal(code, next.Try(OfficerAction.Appoint, Head)?.Code);
        Assert.Equal(code is null ? OfficerState.Succeeded : OfficerState.Filed, old.State);
    }

    [Fact]
    public void Appoint_SameNameElsewhere_AllowedOnceItIsSaid()
    {
        var facts = Facts with { Elsewhere = [new ConcurrentPost(Guid.NewGuid(), "太原市水务局", DataPost.ChiefDataOfficer)] };
        var silent = Nomination();
        silent.Know(facts);
        var said = Nomination(Content with { OtherPosts = "同名，不是同一人" });
        said.Know(facts);

        Assert.Equal("OfficerConcurrent", silent.Try(OfficerAction.Appoint, Head)?.Code);
        Assert.Null(said.Try(OfficerAction.Appoint, Head));
    }

    [Fact]
    public void SendForFiling_WithoutTheDocument_Refused()
    {
        var appointment = In(OfficerState.Appointed);
        appointment.Know(Facts with { Materials = new HashSet<string>(StringComparer.Ordinal) });

        Assert.Equal("OfficerDocumentNotAttached", appointment.Try(OfficerAction.SendForFiling, Liaison)?.Code);
    }

    [Theory]
    [InlineData(OfficerState.Nominated, OfficerAction.Appoint, "OfficerUnitAbolished")]
    [InlineData(OfficerState.Appointed, OfficerAction.SendForFiling, "OfficerUnitAbolished")]
    [InlineData(OfficerState.Accepted, OfficerAction.Record, "OfficerUnitAbolished")]
    [InlineData(OfficerState.Accepted, OfficerAction.Refuse, null)]
    [InlineData(OfficerState.PendingFiling, OfficerAction.Refuse, null)]
    [InlineData(OfficerState.PendingFiling, OfficerAction.Remove, null)]
    [InlineData(OfficerState.Filed, OfficerAction.Remove, null)]
    public void Act_UnitAbolishedMeanwhile_OnlyEndsAreLeft(OfficerState state, OfficerAction action, string? code)
    {
        var appointment = In(state);
        appointment.Know(Facts with { UnitAbolished = true });
        var by = action is OfficerAction.Record or OfficerAction.Refuse ? Officer : action is OfficerAction.Appoint or OfficerAction.Remove ? Head : Liaison;

        Assert.Equal(code, appointment.Try(action, by)?.Code);
    }

    [Fact]
    public void Supplement_Notice_OnceAndOnlyWhatCanBeMended()
    {
        var appointment = In(OfficerState.PendingFiling);

        Assert.Equal("SupplementWithoutItems", appointment.Try(OfficerAction.RequestSupplement, Officer, remarks: [])?.Code);
        Assert.Equal("SupplementUnknownItem", appointment.Try(OfficerAction.RequestSupplement, Officer, remarks: [new(nameof(OfficerContent.EffectiveFrom), "请核对。")])?.Code);
        appointment.Do(OfficerAction.RequestSupplement, Officer);
        Assert.Equal("任命文件", Assert.Single(appointment.OpenedRound!.Items).Title);
        appointment.Know(Facts with { Filing = Facts.Filing with { Rounds = [appointment.OpenedRound!] } });
        Assert.Equal("SupplementNotAnswered", appointment.Try(OfficerAction.Resubmit, Liaison)?.Code);
        appointment.Know(appointment.Facts with { Filing = appointment.Filing with { Supplied = new HashSet<string>([OfficerFields.DocumentSlot], StringComparer.Ordinal) } });
        appointment.Do(OfficerAction.Resubmit, Liaison);
        Assert.Equal("SupplementNotToldAtOnce", appointment.Try(OfficerAction.RequestSupplement, Officer, remarks: [new(nameof(OfficerContent.Office), "请写明职务。")])?.Code);
    }

    [Theory]
    [InlineData(DataPost.ChiefDataOfficer, true)]
    [InlineData(DataPost.Deputy, false)]
    public void Keys_OfThePost_HeldByOneOrBySeveral(DataPost post, bool one)
    {
        var appointment = Nomination(post: post);
        Assert.Equal((one, false), (appointment.NominationKey is not null, appointment.HolderKey is not null));
        appointment.Do(OfficerAction.Appoint, Head);
        Assert.Equal((false, one), (appointment.NominationKey is not null, appointment.HolderKey is not null));
        appointment.Do(OfficerAction.Remove, Head);
        Assert.Null(appointment.HolderKey);
    }

    [Fact]
    public void Edit_InAState_ChangesOnlyItsParts()
    {
        var appointment = In(OfficerState.Filed);

        Assert.Null(appointment.Edit(Content with { PersonName = "别人", Office = "局长", DocumentNumber = "x", EffectiveFrom = null }, Liaison, Entries.Now));
        Assert.Equal(("张明", "局长", Content.DocumentNumber, Content.EffectiveFrom), (appointment.Content.PersonName, appointment.Content.Office, appointment.Content.DocumentNumber, appointment.Content.EffectiveFrom));
        Assert.Equal("OfficerNotEditable", In(OfficerState.Accepted).Edit(Content, Liaison, Entries.Now)?.Code);
        Assert.Equal("NotPermitted", appointment.Edit(Content, Head, Entries.Now)?.Code);
        Assert.Equal("OfficerTermBackwards", In(OfficerState.Appointed).Edit(Content with { TermEndsOn = Content.EffectiveFrom!.Value.AddDays(-1) }, Liaison, Entries.Now)?.Code);
        Assert.Equal("OfficerPhone", Nomination().Edit(Content with { Phone = "找小王要" }, Liaison, Entries.Now)?.Code);
    }

    [Fact]
    public void Redirect_OnlyWhenTheOfficeIsGone()
    {
        var appointment = In(OfficerState.PendingFiling);
        Assert.Equal("FilingRecipientInOffice", appointment.Try(OfficerAction.Redirect, Liaison)?.Code);

        appointment.Know(Facts with { Filing = Facts.Filing with { Recipient = new FilingRecipient(Actors.Authority, "旧局", Abolished: true), RecipientNow = new FilingRecipient(Actors.UpperAuthority, "新局", Abolished: false) } });
        Assert.Equal("FilingRecipientAbolished", appointment.Try(OfficerAction.Accept, Officer)?.Code);
        appointment.Do(OfficerAction.Redirect, Liaison);
        Assert.Equal(Actors.UpperAuthority, appointment.RecipientId);
    }

    [Theory]
    [InlineData("13803511234", "138****1234")]
    [InlineData("0351-1234567", "035****4567")]
    [InlineData("1234567", "****67")]
    [InlineData("138****1234", "138****1234")]
    [InlineData("12", "****")]
    [InlineData(null, null)]
    public void Masked_Number_NeverInFull(string? phone, string? masked) => Assert.Equal(masked, PhoneNumber.Masked(phone));
}
