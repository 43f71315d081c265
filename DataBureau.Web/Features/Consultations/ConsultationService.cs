using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The door to consultations for pages, endpoints and the command line: see, begin, act.</summary>
public sealed class ConsultationService(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, ConsultationCase rules, ConsultationReadings readings, IEnumerable<ConsultationSubjects> subjects, ClockSource clocks, AuditLog audit, PolicyLibrary policies, WorkflowNotifier notifier, TimeProvider clock)
{
    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow());

    public async Task<Page<ConsultationRow>> ListAsync(ConsultationFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<ConsultationRow>([], 0);
        var rows = db.Consultations.AsNoTracking().VisibleTo(actor, ConsultationPermissions.View).Matching(filter, actor, db, Today);
        var total = await rows.CountAsync(cancellationToken);
        if (total <= (filter.Page - 1) * filter.PageSize)
            return new Page<ConsultationRow>([], total);
        return new Page<ConsultationRow>(await rows.Ordered(filter).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).AsRows(db).ToListAsync(cancellationToken), total);
    }

    /// <summary>All rows of a filter, as they come from the database, for the export.</summary>
    public async IAsyncEnumerable<ConsultationRow> StreamAsync(ConsultationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        await foreach (var row in db.Consultations.AsNoTracking().VisibleTo(actor, ConsultationPermissions.Export).Matching(filter, actor, db, Today).Ordered(filter).AsRows(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    public async Task<ConsultationListOptions> ListOptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new ConsultationListOptions(CanConvene: false, CanAnswer: false, []);
        var regions = await db.Consultations.AsNoTracking().VisibleTo(actor, ConsultationPermissions.View).Select(c => c.RegionCode).Distinct()
            .Join(db.Regions, code => code, r => r.Code, (_, r) => new { r.Code, r.Name }).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        return new ConsultationListOptions(actor.Holds(ConsultationPermissions.Convene), actor.Holds(ConsultationPermissions.Answer), [.. regions.Select(r => (r.Code, r.Name))]);
    }

    /// <returns>Null when there is no such consultation, or not for this person.</returns>
    public async Task<ConsultationView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor
            && await readings.FindAsync(id, cancellationToken) is { } found && rules.IsVisible(found.Consultation, actor) ? await rules.ProjectAsync(db, found, actor, cancellationToken) : null;
    }

    /// <summary>What a new consultation of the own body begins with.</summary>
    public async Task<Outcome<ConsultationStart>> StartAsync(string? subjectKind, Guid? subjectId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Outcome<ConsultationStart>.NotFound();
        if (Convenor(actor) is not { } grant)
            return new Outcome<ConsultationStart>.Refused(WorkflowRefusals.NotPermitted(ConsultationPermissions.Convene), null);
        var (subject, trigger, missing) = await SubjectAsync(db, subjectKind, subjectId, actor, cancellationToken);
        if (missing)
            return new Outcome<ConsultationStart>.Refused(ConsultationRefusals.NoSubject(), null);
        var policy = policies.For(grant.RegionCode);
        var body = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == grant.OrganisationId, cancellationToken);
        var facts = await clocks.GetAsync(db, cancellationToken);
        var level = RegionCodes.Level(grant.RegionCode);
        return new Outcome<ConsultationStart>.Done(
            new ConsultationStart(
                body.Name, await db.Regions.Where(r => r.Code == grant.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken), policy, subject, trigger,
                [.. policy.Projects.Consultations.Where(r => r.Levels.Contains(level) && body.Responsibilities.HasFlag(r.Convenor))],
                facts.LimitFor(ConsultationWorkflow.ReplyLimit.Key, grant.RegionCode)?.WorkingDays, await ConsultationFactsReader.SilenceAsync(db, grant.RegionCode, cancellationToken)), string.Empty);
    }

    /// <summary>A new consultation of the user's own body, with the body that its rule names invited where there is exactly one.</summary>
    public async Task<Outcome<ConsultationView>> CreateAsync(ConsultationTrigger? trigger, string? subjectKind, Guid? subjectId, ConsultationContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<ConsultationView>.NotFound();
        if (Convenor(actor) is not { } grant)
            return Refused(WorkflowRefusals.NotPermitted(ConsultationPermissions.Convene));
        var (subject, asked, missing) = await SubjectAsync(db, subjectKind, subjectId, actor, default);
        if (missing)
            return Refused(ConsultationRefusals.NoSubject());
        content = ConsultationCheck.Restrict(new ConsultationContent(), content, ConsultationParts.Matter);
        if (ConsultationCheck.Limits(content) is { } refusal)
            return Refused(refusal);
        var now = clock.GetUtcNow();
        var policy = policies.For(grant.RegionCode);
        trigger = asked ?? trigger;
        if (trigger is { } t && await RuleRefusalAsync(db, t, grant, policy) is { } notHere)
            return Refused(notHere);
        var consultation = Consultation.Prepare(Guid.CreateVersion7(now), grant.OrganisationId, grant.RegionCode, trigger, subject, content, now);
        await InviteByRuleAsync(db, consultation, policy, now);
        db.Consultations.Add(consultation);
        db.History.Add(ConsultationHistory.Created(consultation, actor, now));
        audit.Add(db, actor, "consultation.Create", $"新建会商「{content.Title}」", Consultation.CaseKind, consultation.Id.ToString(), after: new { content.Title, content.Matter, Subject = subject?.Title });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, ConsultationConfiguration.LiveIndex))
        {
            return Refused(ConsultationRefusals.Exists(subject!.Title));
        }

        notifier.Publish(new CaseChanged(Consultation.CaseKind, consultation.Id, consultation.Version, actor.Name));
        return await FindAsync(consultation.Id, default) is { } view ? new Outcome<ConsultationView>.Done(view, $"已新建「{content.Title}」。") : new Outcome<ConsultationView>.NotFound();
    }

    public Task<Outcome<ConsultationView>> ActAsync(Guid id, int seenVersion, ConsultationAction action, string? comment, string? number = null) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, null, rules.ProjectAsync, number);

    private static Grant? Convenor(Actor actor) => actor.Grants.FirstOrDefault(g => g.Permission == ConsultationPermissions.Convene);

    private static Outcome<ConsultationView> Refused(Refusal refusal) => new Outcome<ConsultationView>.Refused(refusal, null);

    private static async Task<Refusal?> RuleRefusalAsync(BureauDbContext db, ConsultationTrigger trigger, Grant grant, JurisdictionPolicy policy)
    {
        var held = await db.Organisations.Where(o => o.Id == grant.OrganisationId).Select(o => o.Responsibilities).SingleAsync();
        return policy.Projects.Asked(trigger, RegionCodes.Level(grant.RegionCode)) is not { } rule ? ConsultationRefusals.NotAskedHere(trigger, policy)
            : held.HasFlag(rule.Convenor) ? null : ConsultationRefusals.NotTheConvenor(rule, policy);
    }

    private static async Task InviteByRuleAsync(BureauDbContext db, Consultation consultation, JurisdictionPolicy policy, DateTimeOffset now)
    {
        if (consultation.Trigger is not { } trigger || policy.Projects.Asked(trigger, RegionCodes.Level(consultation.RegionCode)) is not { } rule)
            return;
        var bodies = await db.Organisations.AsNoTracking().Where(o => o.RegionCode == consultation.RegionCode && o.AbolishedAt == null && o.Id != consultation.ConvenorId && (o.Responsibilities & rule.Invited) == rule.Invited).Select(o => o.Id).Take(2).ToListAsync();
        if (bodies is [var only])
            consultation.AddUnit(Guid.CreateVersion7(now), only);
    }

    private async Task<(ConsultationSubject? Subject, ConsultationTrigger? Trigger, bool Missing)> SubjectAsync(BureauDbContext db, string? kind, Guid? id, Actor actor, CancellationToken cancellationToken)
    {
        if (kind is null && id is null)
            return (null, null, false);
        return id is { } subjectId && subjects.FirstOrDefault(s => s.Kind == kind) is { } source && await source.FindAsync(db, subjectId, actor, cancellationToken) is { } found
            ? (new ConsultationSubject(source.Kind, subjectId, found.Title), found.Trigger, false) : (null, null, true);
    }
}
