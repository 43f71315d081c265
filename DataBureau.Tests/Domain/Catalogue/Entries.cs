using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Workflow;
using DataBureau.Tests.Shared;

namespace DataBureau.Tests.Domain.Catalogue;

/// <summary>Entries brought into a state by the acts that lead there, never by setting it.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 30, 0, TimeSpan.Zero);

    public static readonly Guid Submitter = Guid.Parse("00000000-0000-0000-0000-0000000000b1");
    public static readonly Guid Signer = Guid.Parse("00000000-0000-0000-0000-0000000000b2");
    public static readonly Guid Decider = Guid.Parse("00000000-0000-0000-0000-0000000000b3");

    public static readonly Actor Liaison = Actors.Of(Role.Liaison, Actors.Owner, userId: Submitter);
    public static readonly Actor Head = Actors.Of(Role.DepartmentHead, Actors.Owner, userId: Signer);
    public static readonly Actor Reviewer = Actors.Of(Role.Reviewer, Actors.Authority, userId: Decider);

    private static readonly Dictionary<CatalogueState, (CatalogueAction Action, Actor By)[]> Ways = new()
    {
        [CatalogueState.Draft] = [],
        [CatalogueState.DepartmentReview] = [(CatalogueAction.Submit, Liaison)],
        [CatalogueState.UnderReview] = [(CatalogueAction.Submit, Liaison), (CatalogueAction.Approve, Head)],
        [CatalogueState.Returned] = [(CatalogueAction.Submit, Liaison), (CatalogueAction.Return, Head)],
        [CatalogueState.Approved] = [(CatalogueAction.Submit, Liaison), (CatalogueAction.Approve, Head), (CatalogueAction.Approve, Reviewer)],
        [CatalogueState.Published] = [(CatalogueAction.Submit, Liaison), (CatalogueAction.Approve, Head), (CatalogueAction.Approve, Reviewer), (CatalogueAction.Publish, Reviewer)],
        [CatalogueState.Retired] = [(CatalogueAction.Submit, Liaison), (CatalogueAction.Approve, Head), (CatalogueAction.Approve, Reviewer), (CatalogueAction.Publish, Reviewer), (CatalogueAction.Retire, Reviewer)],
        [CatalogueState.Discarded] = [(CatalogueAction.Discard, Liaison)],
    };

    public static JurisdictionPolicy Policy => PolicyLibrary.Embedded.For(Actors.City);

    public static CatalogueEntry Draft(CatalogueContent? content = null, Guid? authority = null, bool withAuthority = true) =>
        CatalogueEntry.Draft(Guid.NewGuid(), Actors.Owner, Actors.City, withAuthority ? authority ?? Actors.Authority : null, content ?? Contents.Complete(), Liaison, Now);

    public static CatalogueEntry In(CatalogueState state, CatalogueContent? content = null)
    {
        var entry = Draft(content);
        if (state == CatalogueState.Superseded)
        {
            entry = In(CatalogueState.Published, content);
            entry.Supersede(Now);
            return entry;
        }

        foreach (var (action, by) in Ways[state])
            Assert.IsType<Decision<CatalogueState>.Accepted>(entry.Act(action, by, "依据核对结果办理。", Policy, Now));
        Assert.Equal(state, entry.State);
        return entry;
    }

    public static Refusal? Try(this CatalogueEntry entry, CatalogueAction action, Actor actor, string? comment = "依据核对结果办理。") =>
        (entry.Act(action, actor, comment, Policy, Now) as Decision<CatalogueState>.Refused)?.Refusal;
}
