using System.Text;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Plans;

/// <summary>
/// One edition of a plan of a region. A change of a plan in force is a later edition beside it, which takes its place when it
/// comes into force itself.
/// </summary>
public sealed class Plan : FiledCase
{
    public const string CaseKind = "plan";
    public const int TitleLimit = 200;
    public const int TextLimit = 4000;
    public const int LineLimit = 200;

    private Plan()
    {
    }

    /// <summary>Editions of one plan share it: the id of the first.</summary>
    public Guid LineageId { get; private set; }

    public int Edition { get; private set; }

    /// <summary>The mechanism that names the kind: P02.</summary>
    public string Kind { get; private set; } = string.Empty;

    public PlanState State { get; private set; }

    public PlanContent Content { get; private set; } = new();

    /// <summary>One plan of a kind, region, period and edition at a time: unique while it lives, null afterwards.</summary>
    public string? LiveKey { get; private set; }

    /// <summary>The approval number without spaces and brackets' width: unique, a number approves one plan. Null while there is none.</summary>
    public string? ApprovalKey { get; private set; }

    /// <summary>The rule of its kind and what stands around it; read with it.</summary>
    public PlanFacts Facts { get; private set; } = PlanFacts.None;

    public override FilingFacts Filing => Facts.Filing;

    public static Plan Draft(Guid id, string kind, Guid organisationId, string regionCode, PlanContent content, DateTimeOffset now)
    {
        var plan = new Plan { Id = id, LineageId = id, Edition = 1, Kind = kind, State = PlanState.Draft, Version = 1, OrganisationId = organisationId, RegionCode = regionCode, CreatedAt = now };
        plan.Take(content, now);
        return plan;
    }

    /// <summary>The change of a plan in force, as a draft beside it. Its approval and publication are its own to get.</summary>
    /// <param name="id">Of the new edition.</param>
    /// <param name="edition">One more than the highest there has been, discarded ones included.</param>
    /// <param name="now">When.</param>
    public Plan NextEdition(Guid id, int edition, DateTimeOffset now)
    {
        var next = new Plan { Id = id, LineageId = LineageId, Edition = edition, Kind = Kind, State = PlanState.Draft, Version = 1, OrganisationId = OrganisationId, RegionCode = RegionCode, CreatedAt = now };
        next.Take(Content with { Approval = PlanApproval.Empty, PublishedOn = null, PublishedIn = null }, now);
        return next;
    }

    public void Know(PlanFacts facts) => Facts = facts;

    /// <summary>Changes what can be changed in this state; the rest of the content must be as it was.</summary>
    public Refusal? Edit(PlanContent content, Actor actor, DateTimeOffset now)
    {
        if (!actor.Holds(PlanPermissions.Draft, Location))
            return WorkflowRefusals.NotPermitted(PlanPermissions.Draft);
        var open = PlanOpenings.Fields(State, Filing.OpenRound);
        if (open.IsEmpty)
            return PlanRefusals.NotEditable(State);
        var allowed = PlanFields.All.Where(f => open.Contains(f.Key)).Aggregate(Content, (to, field) => field.Take(to, content));
        if (PlanCheck.Limits(allowed) is { } refusal)
            return refusal;
        Take(allowed, now);
        Version++;
        return null;
    }

    /// <summary>Decides on an act and, when it is accepted, performs it.</summary>
    public Decision<PlanState> Act(PlanAction action, string? comment, GuardContext context)
    {
        var decision = PlanWorkflow.Table.Decide(this, action, comment, context);
        if (decision is not Decision<PlanState>.Accepted accepted)
            return decision;
        switch (action)
        {
            case PlanAction.Submit:
                SubmittedById = context.Actor.UserId;
                break;
            case PlanAction.SendForFiling or PlanAction.Refile or PlanAction.Redirect:
                Send(comment, context);
                break;
            case PlanAction.Recall:
                TakeBack();
                break;
            case PlanAction.Record:
                TakeUp(context);
                break;
            case PlanAction.RequestSupplement:
                AskForMore(CaseKind, comment, key => PlanCheck.NameOf(key, context.Policy.Plans.Find(Kind)), context, key => PlanFields.TextOf(key, Content));
                break;
            case PlanAction.Resubmit:
                Answer(comment, context);
                break;
            case PlanAction.Publish:
                Content = Content with { PublishedOn = Content.PublishedOn ?? ChinaTime.DateOf(context.Now) };
                break;
        }

        State = accepted.To;
        Settle(context.Now);
        return decision;
    }

    /// <summary>Another body takes over: what it drafts or carries out, and a filing that is with it. A filing that was decided stays where it was.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (OrganisationId, UpdatedAt) = (succession.OfOwn(OrganisationId), now);
        if (PlanWorkflow.IsWithRecipient(State))
            RecipientId = succession.OfReceived(RecipientId);
        Version++;
    }

    /// <summary>A later edition has come into force in this one's place.</summary>
    public void Supersede(DateTimeOffset now)
    {
        State = PlanState.Superseded;
        Settle(now);
    }

    /// <summary>The key under which two spellings of an approval number are the same.</summary>
    public static string? KeyOfApproval(string? number) =>
        string.IsNullOrWhiteSpace(number) ? null : string.Concat(number.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)).Select(c => c is '[' or '(' ? '〔' : c is ']' or ')' ? '〕' : c));

    private void Settle(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
        if (State is PlanState.Discarded or PlanState.Repealed)
            LiveKey = null;
        if (State == PlanState.Discarded)
            ApprovalKey = null;
    }

    private void Take(PlanContent content, DateTimeOffset now)
    {
        Content = content;
        UpdatedAt = now;
        LiveKey = content is { PeriodFrom: { } from, PeriodTo: { } to } ? $"{Kind}|{RegionCode}|{from}-{to}|{Edition}" : null;
        ApprovalKey = KeyOfApproval(content.Approval.Number);
    }
}
