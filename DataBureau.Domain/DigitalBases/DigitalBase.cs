using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.DigitalBases;

/// <summary>A county's application for a digital base of its own, and what became of it. It asks for consent; it is no filing.</summary>
public sealed class DigitalBase : IFiledCase
{
    public const string CaseKind = "digital-base";
    public const int TitleLimit = 200;
    public const int TextLimit = 4000;
    public const int LineLimit = 500;

    private DigitalBase()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Applications that follow a refusal share it: the id of the first.</summary>
    public Guid LineageId { get; private set; }

    /// <summary>1 for the first application, one more after each refusal.</summary>
    public int Round { get; private set; }

    public DigitalBaseState State { get; private set; }

    /// <summary>Counts the acts and saves; the concurrency token.</summary>
    public int Version { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    /// <summary>The authority that is asked; null before it is.</summary>
    public Guid? RecipientId { get; private set; }

    public DigitalBaseContent Content { get; private set; } = new();

    /// <summary>One application of a county at a time: unique while it lives, null afterwards.</summary>
    public string? LiveKey { get; private set; }

    /// <summary>同意编号, once the consent is given.</summary>
    public string? ConsentNumber { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public Guid? SubmittedById { get; private set; }

    /// <summary>Who sent it to the authority.</summary>
    public Guid? FiledById { get; private set; }

    public DateTimeOffset? AppliedAt { get; private set; }

    /// <summary>When the authority consented or refused.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public DateTimeOffset? BuiltAt { get; private set; }

    public DateTimeOffset? ConnectedAt { get; private set; }

    public CaseLocation Location => new(OrganisationId, RegionCode, RecipientId);

    /// <summary>What stands around it; read with it, never stored.</summary>
    public DigitalBaseFacts Facts { get; private set; } = DigitalBaseFacts.None;

    FilingFacts IFiledCase.Filing => Facts.Consent;

    /// <summary>The reserved number that the consent just given takes; null where the next one is taken.</summary>
    public Guid? ChosenNumber { get; private set; }

    public static DigitalBase Draft(Guid id, Guid organisationId, string regionCode, BaseApplication application, DateTimeOffset now)
    {
        var draft = new DigitalBase { Id = id, LineageId = id, Round = 1, State = DigitalBaseState.Draft, Version = 1, OrganisationId = organisationId, RegionCode = regionCode, CreatedAt = now, LiveKey = regionCode };
        draft.Take(new DigitalBaseContent { Application = application }, now);
        return draft;
    }

    /// <summary>The next application after a refusal, as a draft beside it: what was argued and decided before stays as it is.</summary>
    public DigitalBase Again(Guid id, DateTimeOffset now)
    {
        var next = new DigitalBase { Id = id, LineageId = LineageId, Round = Round + 1, State = DigitalBaseState.Draft, Version = 1, OrganisationId = OrganisationId, RegionCode = RegionCode, CreatedAt = now, LiveKey = RegionCode };
        next.Take(new DigitalBaseContent { Application = Content.Application }, now);
        return next;
    }

    public void Know(DigitalBaseFacts facts) => Facts = facts;

    /// <summary>Writes the part that can be written in this state, by whom it belongs to; the rest stays as it was.</summary>
    public Refusal? Edit(DigitalBaseContent content, Actor actor, DateTimeOffset now)
    {
        var part = DigitalBaseWorkflow.Editable(State);
        if (part == DigitalBasePart.None)
            return DigitalBaseRefusals.NotEditable(State);
        if (!MayEdit(actor))
            return DigitalBaseRefusals.NotYours(State, part);
        var allowed = Content.With(part, content);
        if (DigitalBaseGuards.Limits(allowed, part, now) is { } refusal)
            return refusal;
        Take(allowed, now);
        Version++;
        return null;
    }

    /// <summary>Whether the part that is open belongs to the actor: the application to the county, the records to the authority.</summary>
    public bool MayEdit(Actor actor) => DigitalBaseWorkflow.Editable(State) switch
    {
        DigitalBasePart.Application => actor.Holds(DigitalBasePermissions.Apply, Location),
        DigitalBasePart.Argument or DigitalBasePart.Verification => actor.Holds(DigitalBasePermissions.Handle, CaseSide.Authority, Location),
        _ => false,
    };

    /// <summary>Decides on an act and, when it is accepted, performs it.</summary>
    public Decision<DigitalBaseState> Act(DigitalBaseAction action, string? comment, GuardContext context)
    {
        var decision = DigitalBaseWorkflow.Table.Decide(this, action, comment, context);
        if (decision is not Decision<DigitalBaseState>.Accepted accepted)
            return decision;
        switch (action)
        {
            case DigitalBaseAction.Submit:
                SubmittedById = context.Actor.UserId;
                break;
            case DigitalBaseAction.Approve:
                (RecipientId, FiledById, AppliedAt) = (Facts.Consent.RecipientNow!.Id, context.Actor.UserId, context.Now);
                break;
            case DigitalBaseAction.Redirect:
                (RecipientId, FiledById) = (Facts.Consent.RecipientNow!.Id, context.Actor.UserId);
                break;
            case DigitalBaseAction.Consent or DigitalBaseAction.RefuseConsent:
                (DecidedAt, ChosenNumber) = (context.Now, Facts.Consent.Numbers.IdOf(context.Number));
                break;
            case DigitalBaseAction.ReportBuilt:
                BuiltAt = context.Now;
                break;
            case DigitalBaseAction.Verify:
                ConnectedAt = context.Now;
                break;
            case DigitalBaseAction.FailVerification:
                // The next verification has a record of its own; this one stays in the history.
                (ConnectedAt, Content) = (null, Content with { Verification = new BaseVerification() });
                break;
        }

        (State, UpdatedAt) = (accepted.To, context.Now);
        Version++;
        if (State is DigitalBaseState.ConsentRefused or DigitalBaseState.Withdrawn or DigitalBaseState.Discarded)
            LiveKey = null;
        return decision;
    }

    /// <summary>The number under which the authority consented.</summary>
    public void TakeNumber(string number) => ConsentNumber = number;

    /// <summary>Another body takes over: as the applicant, as the authority that is asked, or both.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (OrganisationId, RecipientId, UpdatedAt) = (succession.OfOwn(OrganisationId), succession.OfReceived(RecipientId), now);
        Version++;
    }

    private void Take(DigitalBaseContent content, DateTimeOffset now) => (Content, UpdatedAt) = (content, now);
}
