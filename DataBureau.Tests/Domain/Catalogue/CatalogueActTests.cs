using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Workflow;
using DataBureau.Tests.Shared;

namespace DataBureau.Tests.Domain.Catalogue;

public sealed class CatalogueActTests
{
    /// <summary>One person with every role of a department and of its authority: only the separation of duties stands in the way.</summary>
    private static readonly Actor OneForAll = new(Entries.Submitter, "一人", Actors.Owner, "某单位",
        [.. Actors.Of(Role.Liaison, Actors.Owner).Grants, .. Actors.Of(Role.DepartmentHead, Actors.Owner).Grants, .. Actors.Of(Role.Reviewer, Actors.Authority).Grants]);

    [Theory]
    [InlineData(CatalogueState.DepartmentReview, CatalogueAction.Approve)]
    [InlineData(CatalogueState.DepartmentReview, CatalogueAction.Return)]
    [InlineData(CatalogueState.UnderReview, CatalogueAction.Approve)]
    [InlineData(CatalogueState.UnderReview, CatalogueAction.Return)]
    [InlineData(CatalogueState.Approved, CatalogueAction.Publish)]
    [InlineData(CatalogueState.Approved, CatalogueAction.Return)]
    public void Act_OnOwnSubmission_Refused(CatalogueState state, CatalogueAction action)
    {
        var entry = Entries.In(state);
        var version = entry.Version;

        Assert.Equal("OwnSubmission", entry.Try(action, OneForAll)?.Code);
        Assert.Equal((state, version), (entry.State, entry.Version));
        // The same person may judge what somebody else brought.
        Assert.Null(entry.Try(action, OneForAll with { UserId = Guid.NewGuid() }));
    }

    [Theory]
    [InlineData(CatalogueState.UnderReview, CatalogueAction.Approve)]
    [InlineData(CatalogueState.UnderReview, CatalogueAction.Return)]
    [InlineData(CatalogueState.Approved, CatalogueAction.Publish)]
    public void Act_AtTheBureauBySigner_Refused(CatalogueState state, CatalogueAction action) =>
        Assert.Equal("OwnSubmission", Entries.In(state).Try(action, OneForAll with { UserId = Entries.Signer })?.Code);

    [Fact]
    public void Act_SignerOfAnEarlierRound_MaySignTheNext()
    {
        var entry = Entries.In(CatalogueState.UnderReview);
        Assert.Null(entry.Try(CatalogueAction.Return, Entries.Reviewer));
        Assert.Null(entry.Try(CatalogueAction.Submit, Entries.Liaison));

        Assert.Null(entry.Try(CatalogueAction.Approve, Entries.Head));
    }

    [Fact]
    public void Submit_ByAnother_TheOtherIsTheSubmitter()
    {
        var entry = Entries.In(CatalogueState.Returned);
        var colleague = OneForAll with { UserId = Guid.NewGuid() };

        Assert.Null(entry.Try(CatalogueAction.Submit, colleague));

        Assert.Equal("OwnSubmission", entry.Try(CatalogueAction.Approve, colleague)?.Code);
        Assert.Null(entry.Try(CatalogueAction.Approve, OneForAll));
    }

    [Fact]
    public void Submit_NoAuthority_RefusedUntilOneIsRegistered()
    {
        var entry = Entries.Draft(withAuthority: false);
        var refusal = entry.Try(CatalogueAction.Submit, Entries.Liaison);

        Assert.Equal("NoAuthority", refusal?.Code);
        Assert.Contains("太原市", refusal!.Sentence, StringComparison.Ordinal);
        entry.SendTo(Actors.Authority);
        Assert.Null(entry.Try(CatalogueAction.Submit, Entries.Liaison));
    }

    [Fact]
    public void Submit_Incomplete_NamesEverythingAtOnceAndNothingChanges()
    {
        var entry = Entries.Draft(Contents.Complete() with { Abstract = null, Sharing = null });
        var refusal = entry.Try(CatalogueAction.Submit, Entries.Liaison);

        Assert.Equal(["Abstract", "Sharing"], refusal?.Details.Select(d => d.Field));
        Assert.Contains("2 处", refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal((CatalogueState.Draft, 1, null), (entry.State, entry.Version, entry.SubmittedById));
    }

    [Fact]
    public void Act_Accepted_CountsTheVersionAndKeepsWhoAndWhen()
    {
        var entry = Entries.Draft();
        foreach (var (action, by, hour) in new[] { (CatalogueAction.Submit, Entries.Liaison, 1), (CatalogueAction.Approve, Entries.Head, 2), (CatalogueAction.Approve, Entries.Reviewer, 3), (CatalogueAction.Publish, Entries.Reviewer, 4) })
            Assert.IsType<Decision<CatalogueState>.Accepted>(entry.Act(action, by, null, Entries.Policy, Entries.Now.AddHours(hour)));

        Assert.Equal((5, Entries.Submitter, Entries.Signer), (entry.Version, entry.SubmittedById!.Value, entry.SignedOffById!.Value));
        Assert.Equal((Entries.Now.AddHours(1), Entries.Now.AddHours(3), Entries.Now.AddHours(4), Entries.Now.AddHours(4)), (entry.SubmittedAt!.Value, entry.DecidedAt!.Value, entry.PublishedAt!.Value, entry.UpdatedAt));
    }

    [Fact]
    public void Publish_NoDateGiven_IsTheDayInChina()
    {
        var entry = Entries.In(CatalogueState.Approved);
        var dated = Entries.In(CatalogueState.Approved, Contents.Complete() with { PublicationDate = new DateOnly(2020, 1, 1) });
        var lateInUtc = new DateTimeOffset(2026, 11, 20, 16, 30, 0, TimeSpan.Zero);

        Assert.IsType<Decision<CatalogueState>.Accepted>(entry.Act(CatalogueAction.Publish, Entries.Reviewer, null, Entries.Policy, lateInUtc));
        Assert.IsType<Decision<CatalogueState>.Accepted>(dated.Act(CatalogueAction.Publish, Entries.Reviewer, null, Entries.Policy, lateInUtc));

        Assert.Equal(new DateOnly(2026, 11, 21), entry.Content.PublicationDate);
        Assert.Equal(new DateOnly(2020, 1, 1), dated.Content.PublicationDate);
    }

    [Fact]
    public void Publish_Unprepared_RefusedWithWhatIsMissing()
    {
        var entry = Entries.In(CatalogueState.Approved, Contents.Complete() with { Preparations = OpeningPreparation.Masked });
        var refusal = entry.Try(CatalogueAction.Publish, Entries.Reviewer);

        Assert.Equal("NotPrepared", refusal?.Code);
        Assert.Contains("脱密", Assert.Single(refusal!.Details).Sentence, StringComparison.Ordinal);
        Assert.Equal("TY-8-2", refusal.Basis?.Citations[0].Id);
    }

    [Fact]
    public void Retire_WithoutComment_Refused() => Assert.Equal("CommentRequired", Entries.In(CatalogueState.Published).Try(CatalogueAction.Retire, Entries.Reviewer, " ")?.Code);

    [Fact]
    public void Revise_Published_DraftBesideItAndOneAtATime()
    {
        var published = Entries.In(CatalogueState.Published);
        Assert.Null(published.Try(CatalogueAction.Revise, Entries.Liaison));
        published.MakeRoomForRevision();
        var next = published.NextRevision(Guid.NewGuid(), Entries.Liaison, Entries.Now);

        Assert.Equal((CatalogueState.Published, false), (published.State, published.IsHead));
        Assert.Equal((CatalogueState.Draft, 2, true, 1, published.LineageId, published.Content), (next.State, next.Revision, next.IsHead, next.Version, next.LineageId, next.Content));
        Assert.Equal("RevisionUnderWay", published.Try(CatalogueAction.Revise, Entries.Liaison)?.Code);
        Assert.Equal("RevisionUnderWay", published.Try(CatalogueAction.Retire, Entries.Reviewer)?.Code);
    }

    [Fact]
    public void Supersede_Published_IsHistoryAndNoMoreTheHead()
    {
        var entry = Entries.In(CatalogueState.Published);
        var version = entry.Version;
        entry.Supersede(Entries.Now);

        Assert.Equal((CatalogueState.Superseded, false, version + 1), (entry.State, entry.IsHead, entry.Version));
    }

    [Fact]
    public void Discard_Draft_GivesUpItsNameAndCode() => Assert.False(Entries.In(CatalogueState.Discarded).IsHead);
}
