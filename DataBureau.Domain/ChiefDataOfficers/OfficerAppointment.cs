using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>One person in one post of one unit, from nomination to the end of the time in office.</summary>
public sealed class OfficerAppointment : FiledCase
{
    public const string CaseKind = "chief-data-officer";
    public const int NameLimit = 50;
    public const int LineLimit = 200;
    public const int FilingNumberLimit = 40;
    public const int DocumentNumberLimit = 100;

    private OfficerAppointment()
    {
    }

    public OfficerState State { get; private set; }

    public DataPost Post { get; private set; }

    public OfficerContent Content { get; private set; } = new();

    /// <summary>Unit and post while the person holds it: unique, one holder at a time. Null for posts that several may hold.</summary>
    public string? HolderKey { get; private set; }

    /// <summary>Unit and post while the nomination is open: unique, one candidate at a time. Null for posts that several may hold.</summary>
    public string? NominationKey { get; private set; }

    /// <summary>The last day in office, once it is over.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>免职文号; null where the time in office is not over, or ended otherwise than by a removal.</summary>
    public string? RemovalNumber { get; private set; }

    public DateOnly? RemovalDate { get; private set; }

    /// <summary>When the office with which the appointment was filed took note of the removal.</summary>
    public DateTimeOffset? RemovalNotedAt { get; private set; }

    /// <summary>The office with which it was filed has not taken note of the removal yet.</summary>
    public bool RemovalToNote => this is { State: OfficerState.Removed, RecipientId: not null, RemovalNumber: not null, RemovalNotedAt: null };

    /// <summary>What stands around it; read with it.</summary>
    public OfficerFacts Facts { get; private set; } = OfficerFacts.None;

    public override FilingFacts Filing => Facts.Filing;

    /// <summary>The holder whose time the act just done has ended, and the state it was in.</summary>
    public (OfficerAppointment Holder, OfficerState From)? Relieved { get; private set; }

    /// <summary>首席数据官 张三（太原市数据局）.</summary>
    public string Title => $"{Post.ChineseName()} {Content.PersonName}（{Facts.UnitName}）";

    public bool IsHolding => OfficerWorkflow.IsHolding(State);

    /// <summary>The time in office so far or as planned; null before the appointment.</summary>
    public Term? Term => Content.EffectiveFrom is { } from && State is not (OfficerState.Nominated or OfficerState.Discarded) ? new Term(from, EndedOn ?? Content.TermEndsOn) : null;

    public static OfficerAppointment Nominate(Guid id, Guid organisationId, string regionCode, DataPost post, OfficerContent content, Actor by, DateTimeOffset now) => new()
    {
        Id = id,
        State = OfficerState.Nominated,
        Version = 1,
        OrganisationId = organisationId,
        RegionCode = regionCode,
        Post = post,
        Content = content,
        NominationKey = KeyOf(organisationId, post),
        CreatedAt = now,
        UpdatedAt = now,
        SubmittedById = by.UserId,
    };

    /// <summary>
    /// An appointment that was made and filed on paper, taken over with its document and number; one whose term is over is a part
    /// of the post's history.
    /// </summary>
    public static OfficerAppointment TakeOver(Guid id, Guid organisationId, string regionCode, DataPost post, OfficerContent content, Guid recipientId, string filingNumber, DateTimeOffset filedAt, Actor by, DateTimeOffset now)
    {
        var over = content.TermEndsOn < ChinaTime.DateOf(now);
        return new()
        {
            Id = id,
            State = over ? OfficerState.Expired : OfficerState.Filed,
            Version = 1,
            OrganisationId = organisationId,
            RegionCode = regionCode,
            Post = post,
            Content = content,
            RecipientId = recipientId,
            FilingNumber = filingNumber,
            EndedOn = over ? content.TermEndsOn : null,
            HolderKey = over ? null : KeyOf(organisationId, post),
            CreatedAt = now,
            UpdatedAt = now,
            SubmittedById = by.UserId,
            FiledById = by.UserId,
            FiledAt = filedAt,
            RecordedAt = filedAt,
        };
    }

    /// <summary>Fills in, from a roster, what is not known yet and what may change while the post is held: office, telephone, other posts.</summary>
    public void Complete(OfficerContent content, DateTimeOffset now)
    {
        (Content, UpdatedAt) = (State == OfficerState.Nominated ? content : Content with { Office = content.Office, Phone = content.Phone, OtherPosts = content.OtherPosts }, now);
        Version++;
    }

    /// <summary>The nomination of a successor, for which nothing is known yet.</summary>
    public OfficerAppointment Successor(Guid id, Actor by, DateTimeOffset now) => Nominate(id, OrganisationId, RegionCode, Post, new OfficerContent(), by, now);

    /// <summary>One row per unit and post; null for posts that several people may hold.</summary>
    public static string? KeyOf(Guid organisationId, DataPost post) => post == DataPost.Deputy ? null : $"{organisationId:N}|{post}";

    public void Know(OfficerFacts facts) => Facts = facts;

    /// <summary>Changes what can be changed in this state; the rest stays as it was.</summary>
    public Refusal? Edit(OfficerContent content, Actor actor, DateTimeOffset now)
    {
        if (!actor.Holds(OfficerPermissions.Nominate, Location))
            return WorkflowRefusals.NotPermitted(OfficerPermissions.Nominate);
        var open = OfficerOpenings.Fields(State, Filing.OpenRound);
        if (open.IsEmpty)
            return OfficerRefusals.NotEditable(State);
        var allowed = OfficerOpenings.Take(Content, content, open);
        if (OfficerCheck.Limits(allowed) is { } refusal)
            return refusal;
        if (State == OfficerState.Nominated)
            SubmittedById = actor.UserId;
        (Content, UpdatedAt) = (allowed, now);
        Version++;
        return null;
    }

    /// <summary>Decides on an act and, when it is accepted, performs it.</summary>
    public Decision<OfficerState> Act(OfficerAction action, string? comment, GuardContext context)
    {
        var decision = OfficerWorkflow.Table.Decide(this, action, comment, context);
        if (decision is not Decision<OfficerState>.Accepted accepted)
            return decision;
        switch (action)
        {
            case OfficerAction.Appoint:
                if (Facts.Incumbent is { } before)
                {
                    Relieved = (before, before.State);
                    before.GiveWay(Content.EffectiveFrom!.Value.AddDays(-1), context.Now);
                }

                break;
            case OfficerAction.SendForFiling or OfficerAction.Refile or OfficerAction.Redirect:
                Send(comment, context);
                break;
            case OfficerAction.Recall:
                TakeBack();
                break;
            case OfficerAction.RequestSupplement:
                AskForMore(CaseKind, comment, OfficerFields.NameOf, context, key => OfficerFields.TextOf(key, Content));
                break;
            case OfficerAction.Resubmit:
                Answer(comment, context);
                break;
            case OfficerAction.Record:
                TakeUp(context);
                break;
            case OfficerAction.Extend:
                var extension = OfficerExtension.Read(context.Remarks ?? []);
                Content = Content with { TermEndsOn = extension.To, DocumentNumber = extension.DocumentNumber, DocumentDate = extension.DocumentDate };
                break;
            case OfficerAction.Remove:
                var removal = OfficerRemoval.Read(context.Remarks ?? []);
                (EndedOn, RemovalNumber, RemovalDate) = (removal.LastDay ?? ChinaTime.DateOf(context.Now), removal.DocumentNumber, removal.DocumentDate);
                break;
            case OfficerAction.TakeNote:
                RemovalNotedAt = context.Now;
                break;
            case OfficerAction.Expire:
                EndedOn = Content.TermEndsOn;
                break;
        }

        State = accepted.To;
        Settle(context.Now);
        return decision;
    }

    /// <summary>The unit is no more: a nomination falls away, a time in office ends, and with it a filing under way.</summary>
    /// <returns>False when it was over already.</returns>
    public bool EndWithUnit(DateTimeOffset now)
    {
        if (State == OfficerState.Nominated)
            State = OfficerState.Discarded;
        else if (IsHolding)
            (State, EndedOn) = (OfficerState.Removed, ChinaTime.DateOf(now));
        else
            return false;
        Settle(now);
        return true;
    }

    /// <summary>Another office takes over a filing that is with it.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (RecipientId, UpdatedAt) = (succession.OfReceived(RecipientId), now);
        Version++;
    }

    private void GiveWay(DateOnly lastDay, DateTimeOffset now)
    {
        (State, EndedOn) = (OfficerState.Succeeded, lastDay);
        Settle(now);
    }

    private void Settle(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
        HolderKey = IsHolding ? KeyOf(OrganisationId, Post) : null;
        NominationKey = State == OfficerState.Nominated ? KeyOf(OrganisationId, Post) : null;
    }
}
