using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Catalogue;

/// <summary>
/// One revision of a catalogue entry. Revisions of an entry share <see cref="LineageId"/>; the newest that was not discarded
/// is the head. While a change is compiled, the published revision stays published beside it.
/// </summary>
public sealed class CatalogueEntry
{
    public const string Kind = "catalogue";

    private CatalogueEntry()
    {
    }

    public Guid Id { get; private set; }

    public Guid LineageId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>Whether this is the newest revision of its lineage.</summary>
    public bool IsHead { get; private set; }

    public CatalogueState State { get; private set; }

    /// <summary>Counts the acts and saves; the concurrency token.</summary>
    public int Version { get; private set; }

    public Guid ProviderId { get; private set; }

    /// <summary>The provider's region, kept here so that scope is one prefix comparison.</summary>
    public string RegionCode { get; private set; } = string.Empty;

    /// <summary>The data authority that reviews it.</summary>
    public Guid? AuthorityId { get; private set; }

    /// <summary>The review package it was imported or submitted in.</summary>
    public Guid? PackageId { get; private set; }

    public CatalogueContent Content { get; private set; } = new();

    /// <summary>Key of the name for comparison: punctuation, width and spaces do not count.</summary>
    public string NameKey { get; private set; } = string.Empty;

    /// <summary>The code, again, for the unique index: indexes on nested columns are not portable.</summary>
    public string? Code { get; private set; }

    /// <summary>The code under which an earlier revision was published; it can no longer change. Null while none was.</summary>
    public string? FrozenCode { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Guid CreatedById { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public Guid? SubmittedById { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SignedOffById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public CaseLocation Location => new(ProviderId, RegionCode, AuthorityId);

    /// <summary>A first revision, as a draft.</summary>
    public static CatalogueEntry Draft(Guid id, Guid providerId, string regionCode, Guid? authorityId, CatalogueContent content, Actor actor, DateTimeOffset now)
    {
        var entry = new CatalogueEntry { Id = id, LineageId = id, Revision = 1, IsHead = true, State = CatalogueState.Draft, Version = 1, ProviderId = providerId, RegionCode = regionCode, AuthorityId = authorityId, CreatedAt = now, CreatedById = actor.UserId };
        entry.Take(content, now);
        return entry;
    }

    /// <summary>Changes the content of a draft or a returned entry.</summary>
    /// <param name="content">The new content.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="permission">In which capacity: compiling one's own, or importing for the region.</param>
    /// <param name="now">When.</param>
    /// <returns>Null when done, else why not.</returns>
    public Refusal? Edit(CatalogueContent content, Actor actor, Permission permission, DateTimeOffset now)
    {
        if (!actor.Holds(permission, Location))
            return WorkflowRefusals.NotPermitted(permission);
        if (!CatalogueWorkflow.IsEditable(State))
            return CatalogueRefusals.NotEditable(State);
        if (FrozenCode is not null && content.Code != FrozenCode)
            return CatalogueRefusals.CodeFrozen(FrozenCode);
        if (CatalogueLimits.Check(content) is { } refusal)
            return refusal;
        Take(content, now);
        Version++;
        return null;
    }

    /// <summary>Another name, where a reform brings entries of one name together. What is published changes by a revision, and what is out of use not at all.</summary>
    public void Rename(string name, DateTimeOffset now)
    {
        if (!CatalogueWorkflow.IsRenamable(State))
            throw new InvalidOperationException($"An entry that is {State} keeps its name.");
        Take(Content with { Name = name }, now);
        Version++;
    }

    public void PutInPackage(Guid packageId) => PackageId = packageId;

    /// <summary>The authority may have been registered after the draft was made.</summary>
    public void SendTo(Guid? authorityId) => AuthorityId = authorityId;

    /// <summary>Another body takes over: as its provider, as the authority that reviews it, or both.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (ProviderId, AuthorityId, UpdatedAt) = (succession.OfOwn(ProviderId), succession.OfReceived(AuthorityId), now);
        Version++;
    }

    /// <summary>Decides on an act and, when it is accepted, performs it.</summary>
    public Decision<CatalogueState> Act(CatalogueAction action, Actor actor, string? comment, JurisdictionPolicy policy, DateTimeOffset now)
    {
        var decision = CatalogueWorkflow.Table.Decide(this, action, comment, new GuardContext(actor, policy, now));
        if (decision is not Decision<CatalogueState>.Accepted accepted)
            return decision;
        switch (accepted.To)
        {
            case CatalogueState.DepartmentReview:
                (SubmittedById, SubmittedAt, SignedOffById, DecidedAt) = (actor.UserId, now, null, null);
                break;
            case CatalogueState.UnderReview:
                SignedOffById = actor.UserId;
                break;
            case CatalogueState.Published when action == CatalogueAction.Publish:
                PublishedAt = now;
                Content = Content with { PublicationDate = Content.PublicationDate ?? ChinaTime.DateOf(now) };
                break;
            case CatalogueState.Discarded:
                IsHead = false;
                break;
        }

        if (action is CatalogueAction.Approve or CatalogueAction.Return)
            DecidedAt = now;
        State = accepted.To;
        UpdatedAt = now;
        Version++;
        return decision;
    }

    /// <summary>Gives up the head, so that the unique indexes over heads have room for the next revision: saved before it is added.</summary>
    public void MakeRoomForRevision() => IsHead = false;

    /// <summary>The change of a published entry: a draft revision beside it, which becomes the head.</summary>
    public CatalogueEntry NextRevision(Guid id, Actor actor, DateTimeOffset now)
    {
        var next = new CatalogueEntry { Id = id, LineageId = LineageId, Revision = Revision + 1, IsHead = true, State = CatalogueState.Draft, Version = 1, ProviderId = ProviderId, RegionCode = RegionCode, AuthorityId = AuthorityId, FrozenCode = Code, CreatedAt = now, CreatedById = actor.UserId };
        next.Take(Content, now);
        return next;
    }

    /// <summary>A newer revision has been published in this one's place.</summary>
    public void Supersede(DateTimeOffset now)
    {
        (State, IsHead, UpdatedAt) = (CatalogueState.Superseded, false, now);
        Version++;
    }

    /// <summary>The revision that was compiled beside it has been discarded.</summary>
    public void BecomeHeadAgain() => IsHead = true;

    private void Take(CatalogueContent content, DateTimeOffset now)
    {
        Content = content;
        NameKey = Catalogue.Import.NameKey.Of(content.Name);
        Code = string.IsNullOrWhiteSpace(content.Code) ? null : content.Code;
        UpdatedAt = now;
    }
}
