using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ImplementationPlans;

/// <summary>One edition of the implementation plan of a department's project. A change of a filed one is a later edition beside it.</summary>
public sealed class ImplementationPlan : FiledCase
{
    public const string CaseKind = "implementation-plan";
    public const int TitleLimit = 200;
    public const int TextLimit = 4000;
    public const int LineLimit = 200;

    private ImplementationPlan()
    {
    }

    /// <summary>Editions of one plan share it: the id of the first.</summary>
    public Guid LineageId { get; private set; }

    public int Edition { get; private set; }

    public ImplementationPlanState State { get; private set; }

    public ImplementationPlanContent Content { get; private set; } = new();

    /// <summary>One plan of a project, department and edition at a time: unique while it lives, null afterwards.</summary>
    public string? LiveKey { get; private set; }

    /// <summary>What stands around it; read with it, never stored.</summary>
    public ImplementationPlanFacts Facts { get; private set; } = ImplementationPlanFacts.None;

    public override FilingFacts Filing => Facts.Filing;

    public static ImplementationPlan Draft(Guid id, Guid organisationId, string regionCode, ImplementationPlanContent content, DateTimeOffset now)
    {
        var plan = new ImplementationPlan { Id = id, LineageId = id, Edition = 1, State = ImplementationPlanState.Draft, Version = 1, OrganisationId = organisationId, RegionCode = regionCode, CreatedAt = now };
        plan.Take(content, now);
        return plan;
    }

    /// <summary>The change of a filed plan, as a draft beside it.</summary>
    /// <param name="id">Of the new edition.</param>
    /// <param name="edition">One more than the highest there has been, discarded ones included.</param>
    /// <param name="now">When.</param>
    public ImplementationPlan NextEdition(Guid id, int edition, DateTimeOffset now)
    {
        var next = new ImplementationPlan { Id = id, LineageId = LineageId, Edition = edition, State = ImplementationPlanState.Draft, Version = 1, OrganisationId = OrganisationId, RegionCode = RegionCode, CreatedAt = now };
        next.Take(Content, now);
        return next;
    }

    public void Know(ImplementationPlanFacts facts) => Facts = facts;

    /// <summary>Changes what can be changed in this state; the rest of the content stays as it was.</summary>
    public Refusal? Edit(ImplementationPlanContent content, Actor actor, DateTimeOffset now)
    {
        if (!actor.Holds(ImplementationPlanPermissions.Draft, Location))
            return WorkflowRefusals.NotPermitted(ImplementationPlanPermissions.Draft);
        var open = ImplementationPlanOpenings.Fields(State, Filing.OpenRound);
        if (open.IsEmpty)
            return ImplementationPlanRefusals.NotEditable(State);
        var allowed = ImplementationPlanFields.All.Where(f => open.Contains(f.Key)).Aggregate(Content, (to, field) => field.Take(to, content));
        if (ImplementationPlanGuards.Limits(allowed) is { } refusal)
            return refusal;
        Take(allowed, now);
        Version++;
        return null;
    }

    /// <summary>Decides on an act and, when it is accepted, performs it.</summary>
    public Decision<ImplementationPlanState> Act(ImplementationPlanAction action, string? comment, GuardContext context)
    {
        var decision = ImplementationPlanWorkflow.Table.Decide(this, action, comment, context);
        if (decision is not Decision<ImplementationPlanState>.Accepted accepted)
            return decision;
        switch (action)
        {
            case ImplementationPlanAction.Submit:
                SubmittedById = context.Actor.UserId;
                break;
            case ImplementationPlanAction.Approve or ImplementationPlanAction.Refile or ImplementationPlanAction.Redirect:
                Send(comment, context);
                break;
            case ImplementationPlanAction.Recall:
                TakeBack();
                break;
            case ImplementationPlanAction.Record:
                TakeUp(context);
                break;
            case ImplementationPlanAction.RequestSupplement:
                AskForMore(CaseKind, comment, ImplementationPlanFields.NameOf, context, key => ImplementationPlanFields.All.TextOf(key, Content));
                break;
            case ImplementationPlanAction.Resubmit:
                Answer(comment, context);
                break;
        }

        (State, UpdatedAt) = (accepted.To, context.Now);
        Version++;
        if (State is ImplementationPlanState.Discarded or ImplementationPlanState.Cancelled)
            Release();
        return decision;
    }

    /// <summary>Another body takes over: what it builds, and a filing that is with it. A filing that was decided stays where it was.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        var live = LiveKey is not null;
        (OrganisationId, UpdatedAt) = (succession.OfOwn(OrganisationId), now);
        if (ImplementationPlanWorkflow.IsWithRecipient(State))
            RecipientId = succession.OfReceived(RecipientId);
        LiveKey = live ? KeyOf(OrganisationId, Edition, Content.Title) : null;
        Version++;
    }

    /// <summary>The key under which a department's plans of one project are the same.</summary>
    public static string KeyOf(Guid organisationId, int edition, string title) => $"{organisationId:N}|{edition}|{CaseText.KeyOf(title)}";

    /// <summary>A later edition has been filed in this one's place.</summary>
    public void Supersede(DateTimeOffset now)
    {
        (State, UpdatedAt) = (ImplementationPlanState.Superseded, now);
        Version++;
    }

    /// <summary>The project is given up: its name may be used again.</summary>
    public void Release() => LiveKey = null;

    private void Take(ImplementationPlanContent content, DateTimeOffset now) =>
        (Content, UpdatedAt, LiveKey) = (content, now, KeyOf(OrganisationId, Edition, content.Title));
}
