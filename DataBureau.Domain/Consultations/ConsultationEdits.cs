using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

/// <summary>What the convenor changes beside the acts of the table. Each asks the permission itself, and each is one version.</summary>
public static class ConsultationEdits
{
    public static Refusal? Edit(this Consultation consultation, ConsultationContent content, Actor actor, DateTimeOffset now)
    {
        var parts = ConsultationWorkflow.Editable(consultation.State);
        if ((Forbidden(consultation, actor) ?? (parts == ConsultationParts.None ? ConsultationRefusals.NotNow("修改内容", consultation.State) : null)) is { } refusal)
            return refusal;
        var allowed = ConsultationCheck.Restrict(consultation.Content, content, parts);
        if (ConsultationCheck.Limits(allowed) is { } limit)
            return limit;
        // Saved as it was: nothing has happened that a history could tell.
        if (allowed == consultation.Content)
            return null;
        consultation.Take(allowed, now);
        return null;
    }

    public static Refusal? PutQuestion(this Consultation consultation, Guid id, string? text, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "增加会商事项", ConsultationState.Preparing)) is { } refusal)
            return refusal;
        if (ConsultationCheck.Words(text, "会商事项", ConsultationQuestion.TextLimit) is { } words)
            return words;
        if (consultation.Questions.Count >= Consultation.MostQuestions)
            return ConsultationRefusals.TooMany("会商事项", Consultation.MostQuestions);
        consultation.AddQuestion(id, text!.Trim());
        consultation.Changed(now);
        return null;
    }

    public static Refusal? DropQuestion(this Consultation consultation, Guid questionId, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "删除会商事项", ConsultationState.Preparing)) is { } refusal)
            return refusal;
        if (consultation.Questions.FirstOrDefault(q => q.Id == questionId) is not { } question)
            return ConsultationRefusals.NoSuchQuestion();
        consultation.RemoveQuestion(question);
        consultation.Changed(now);
        return null;
    }

    /// <summary>Also while opinions are collected: the unit answers what is asked.</summary>
    public static Refusal? Invite(this Consultation consultation, Guid id, Guid organisationId, InvitedBody body, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "邀请单位", ConsultationState.Preparing, ConsultationState.Collecting, ConsultationState.Summarising)) is { } refusal)
            return refusal;
        if (MayInvite(consultation, organisationId, body) is { } unfit)
            return unfit;
        consultation.AddUnit(id, organisationId);
        Learn(consultation, organisationId, body);
        consultation.Changed(now);
        return null;
    }

    /// <summary>Before it is sent the unit is taken off the list; afterwards it needs a unit in its place, and what it said is kept.</summary>
    public static Refusal? Disinvite(this Consultation consultation, Guid unitId, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "取消邀请", ConsultationState.Preparing)) is { } refusal)
            return refusal;
        if (Unit(consultation, unitId) is not { } unit)
            return ConsultationRefusals.NoSuchUnit();
        consultation.RemoveUnit(unit);
        consultation.Changed(now);
        return null;
    }

    public static Refusal? Replace(this Consultation consultation, Guid unitId, Guid id, Guid organisationId, InvitedBody body, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "替换单位", ConsultationState.Collecting, ConsultationState.Summarising)) is { } refusal)
            return refusal;
        if (Unit(consultation, unitId) is not { } unit)
            return ConsultationRefusals.NoSuchUnit();
        if (MayInvite(consultation, organisationId, body) is { } unfit)
            return unfit;
        unit.Leave(id, now);
        consultation.AddUnit(id, organisationId);
        Learn(consultation, organisationId, body);
        consultation.Changed(now);
        return null;
    }

    /// <summary>未反馈, formally: how the unit was asked and urged, and that it did not answer.</summary>
    public static Refusal? MarkSilent(this Consultation consultation, Guid unitId, string? note, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "标记未反馈", ConsultationState.Summarising, ConsultationState.Meeting)) is { } refusal)
            return refusal;
        if (Unit(consultation, unitId) is not { } unit)
            return ConsultationRefusals.NoSuchUnit();
        if (consultation.Questions.All(q => consultation.Board.Of(unit, q) is not null))
            return ConsultationRefusals.HasAnswered(consultation.NameOf(unit));
        if (ConsultationCheck.Words(note, "未反馈说明", ConsultationUnit.NoteLimit) is { } words)
            return words;
        unit.MarkSilent(note!.Trim(), actor, now);
        consultation.Changed(now);
        return null;
    }

    public static Refusal? SettleDissent(this Consultation consultation, Guid questionId, DissentOutcome outcome, string? note, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "处理分歧", ConsultationState.Summarising, ConsultationState.Meeting)) is { } refusal)
            return refusal;
        if (consultation.Questions.FirstOrDefault(q => q.Id == questionId) is not { } question)
            return ConsultationRefusals.NoSuchQuestion();
        if (!consultation.Board.HasDissent(question))
            return ConsultationRefusals.NoDissent(question.Number);
        if (ConsultationCheck.Words(note, "分歧处理记录", ConsultationQuestion.NoteLimit) is { } words)
            return words;
        question.Settle(outcome, note!.Trim(), actor, now);
        consultation.Changed(now);
        return null;
    }

    public static Refusal? MarkUnsigned(this Consultation consultation, Guid unitId, string? note, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "标记未会签", ConsultationState.Minutes)) is { } refusal)
            return refusal;
        if (Unit(consultation, unitId) is not { } unit)
            return ConsultationRefusals.NoSuchUnit();
        if (unit.CountersignedAt is not null)
            return ConsultationRefusals.HasSigned(consultation.NameOf(unit));
        if (ConsultationCheck.Words(note, "未会签说明", ConsultationUnit.NoteLimit) is { } words)
            return words;
        unit.MarkUnsigned(note!.Trim());
        consultation.Changed(now);
        return null;
    }

    /// <param name="ownerId">The convenor or an invited unit.</param>
    public static Refusal? PutFollowUp(this Consultation consultation, Guid id, string? text, Guid? ownerId, DateOnly? dueOn, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "增加落实事项", ConsultationState.Concluded, ConsultationState.Minutes, ConsultationState.FollowUp)) is { } refusal)
            return refusal;
        if (ConsultationCheck.Words(text, "落实事项", ConsultationFollowUp.TextLimit) is { } words)
            return words;
        if (ownerId is not { } owner || (owner != consultation.ConvenorId && consultation.Invited.All(u => u.OrganisationId != owner)))
            return ConsultationRefusals.FollowUpOwner();
        if (dueOn is not { } due || due < ChinaTime.DateOf(now))
            return ConsultationRefusals.FollowUpDue();
        consultation.AddFollowUp(id, text!.Trim(), owner, due);
        consultation.Changed(now);
        return null;
    }

    /// <summary>Those to whom it was given say that it is done, and how; the convenor, who follows it up, may note it too.</summary>
    public static Refusal? FinishFollowUp(this Consultation consultation, Guid itemId, string? note, Actor actor, DateTimeOffset now)
    {
        var item = consultation.FollowUps.FirstOrDefault(f => f.Id == itemId);
        if ((item?.IsOwnedBy(actor) == true ? null : Forbidden(consultation, actor)) is { } forbidden)
            return forbidden;
        if (Only(consultation, "办结落实事项", ConsultationState.FollowUp) is { } refusal)
            return refusal;
        if (item is not { IsOpen: true })
            return ConsultationRefusals.NoSuchFollowUp();
        if (ConsultationCheck.Words(note, "落实情况", ConsultationFollowUp.TextLimit) is { } words)
            return words;
        item.Finish(note!.Trim(), actor, now);
        consultation.Changed(now);
        return null;
    }

    /// <summary>It is the turn of the actor's unit: what was given it to do is not reported yet.</summary>
    public static bool AwaitsReport(this Consultation consultation, ConsultationFollowUp item, Actor actor) =>
        consultation.State == ConsultationState.FollowUp && item.IsOpen && item.IsOwnedBy(actor);

    public static Refusal? DropFollowUp(this Consultation consultation, Guid itemId, Actor actor, DateTimeOffset now)
    {
        if ((Forbidden(consultation, actor) ?? Only(consultation, "删除落实事项", ConsultationState.Concluded, ConsultationState.Minutes)) is { } refusal)
            return refusal;
        if (consultation.FollowUps.FirstOrDefault(f => f.Id == itemId && f.IsOpen) is not { } item)
            return ConsultationRefusals.NoSuchFollowUp();
        item.Drop(now);
        consultation.Changed(now);
        return null;
    }

    private static Refusal? Forbidden(Consultation consultation, Actor actor) =>
        actor.Holds(ConsultationPermissions.Convene, CaseSide.Authority, consultation.Location) ? null : WorkflowRefusals.NotPermitted(ConsultationPermissions.Convene);

    private static Refusal? Only(Consultation consultation, string what, params ReadOnlySpan<ConsultationState> states) =>
        states.Contains(consultation.State) ? null : ConsultationRefusals.NotNow(what, consultation.State);

    private static ConsultationUnit? Unit(Consultation consultation, Guid id) => consultation.Invited.FirstOrDefault(u => u.Id == id);

    private static Refusal? MayInvite(Consultation consultation, Guid organisationId, InvitedBody body) =>
        body.Abolished ? ConsultationRefusals.InvitedAbolished(body.Name)
        : organisationId == consultation.ConvenorId ? ConsultationRefusals.ConvenorInvited()
        : consultation.Invited.Any(u => u.OrganisationId == organisationId) ? ConsultationRefusals.InvitedTwice(body.Name)
        : consultation.Units.Count >= Consultation.MostUnits ? ConsultationRefusals.TooMany("被邀单位", Consultation.MostUnits)
        : null;

    private static void Learn(Consultation consultation, Guid organisationId, InvitedBody body) =>
        consultation.Know(consultation.Facts with { Bodies = new Dictionary<Guid, InvitedBody>(consultation.Facts.Bodies) { [organisationId] = body } });
}
