using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>The plans' part in the runner.</summary>
public sealed class PlanCase(PolicyLibrary policies, NumberLedger ledger, DeadlineReader deadlines, TimeProvider clock) : CaseRules<Plan, PlanState, PlanAction>
{
    /// <summary>The series of 备案号 for plans.</summary>
    public static readonly NumberMatter FilingNumbers = new("GHBA", "规划备案", Plan.CaseKind);

    public override string Kind => Plan.CaseKind;

    public override WorkflowTable<PlanState, PlanAction, Plan> Table => PlanWorkflow.Table;

    public override ImmutableArray<ClockRule<PlanState>> ClocksOf(Plan subject) => policies.For(subject.RegionCode).Plans.Find(subject.Kind)?.Filing is null ? [] : PlanWorkflow.Clocks;

    public override async Task<Plan?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Plans.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } plan)
            return null;
        plan.Know(await PlanFactsReader.ReadAsync(db, plan, policies.For(plan.RegionCode), ChinaTime.DateOf(clock.GetUtcNow()).Year, cancellationToken));
        if (plan.State is PlanState.PendingFiling or PlanState.Accepted)
            plan.Know(plan.Facts with { Filing = plan.Filing with { Numbers = await NumberLedger.ChoiceAsync(db, FilingNumbers, plan.RecipientId, clock.GetUtcNow(), cancellationToken) } });
        return plan;
    }

    public override bool IsVisible(Plan subject, Actor actor) =>
        actor.Holds(PlanPermissions.View, subject.Location) || actor.Holds(PlanPermissions.View, CaseSide.Authority, subject.Location);

    public override int VersionOf(Plan subject) => subject.Version;

    public override PlanState StateOf(Plan subject) => subject.State;

    public override string TitleOf(Plan subject) => subject.Content.Title;

    public override CaseLocation LocationOf(Plan subject) => subject.Location;

    public override Decision<PlanState> Act(Plan subject, PlanAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public override async Task<string?> AfterAsync(BureauDbContext db, Plan subject, PlanAction action, Actor actor, DateTimeOffset now)
    {
        if (subject.OpenedRound is { } round)
            db.Set<SupplementRound>().Add(round);
        switch (action)
        {
            case PlanAction.SendForFiling or PlanAction.Refile or PlanAction.Redirect:
                subject.Know(subject.Facts with { Filing = subject.Filing with { Recipient = subject.Filing.RecipientNow } });
                return $"已向{subject.Filing.RecipientNow!.Name}报送备案。";
            case PlanAction.Record:
                var office = await db.Organisations.Where(o => o.Id == subject.RecipientId).Select(o => o.RegionCode).SingleAsync();
                subject.TakeNumber((await ledger.IssueAsync(db, FilingNumbers, office, Kind, subject.Id, subject.Content.Title, actor, now, subject.ChosenNumber)).Text);
                await SupersedeAsync(db, subject, actor, now);
                return $"已备案，备案号 {subject.FilingNumber}。";
            case PlanAction.PutIntoEffect or PlanAction.Publish:
                await SupersedeAsync(db, subject, actor, now);
                return null;
            case PlanAction.Amend:
                var edition = 1 + await db.Plans.Where(p => p.LineageId == subject.LineageId).MaxAsync(p => p.Edition);
                var next = subject.NextEdition(Guid.CreateVersion7(now), edition, now);
                db.Plans.Add(next);
                db.History.Add(PlanHistory.Created(next, "变更", actor, now));
                subject.Know(subject.Facts with { LaterEditionUnderWay = true });
                return $"已建立第 {edition} 版草稿，现行版本在新版生效前保持不变。";
            default:
                return null;
        }
    }

    /// <summary>Rows with what is due first in each.</summary>
    public async Task<IReadOnlyList<PlanRow>> WithDeadlinesAsync(BureauDbContext db, IReadOnlyList<PlanRow> rows, CancellationToken cancellationToken)
    {
        var due = await deadlines.OfCasesAsync(db, Kind, [.. rows.Select(r => r.Id)], cancellationToken);
        return [.. rows.Select(row => row with { Deadline = due.GetValueOrDefault(row.Id) })];
    }

    /// <summary>The view of the case page.</summary>
    public async Task<PlanDetailView> ProjectAsync(BureauDbContext db, Plan subject, Actor actor, CancellationToken cancellationToken)
    {
        var policy = policies.For(subject.RegionCode);
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == subject.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var region = await db.Regions.AsNoTracking().Where(r => r.Code == subject.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken);
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == subject.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        var editions = await db.Plans.AsNoTracking().Where(p => p.LineageId == subject.LineageId).OrderByDescending(p => p.Edition).Select(p => new EditionLink(p.Id, p.Edition, p.State)).ToListAsync(cancellationToken);
        var rounds = await db.Set<SupplementRound>().AsNoTracking().Where(r => r.CaseKind == Kind && r.CaseId == subject.Id).OrderBy(r => r.Round).ToListAsync(cancellationToken);
        var open = actor.Holds(PlanPermissions.Draft, subject.Location) ? PlanOpenings.Fields(subject.State, subject.Filing.OpenRound) : [];
        return new PlanDetailView(
            subject.Id, subject.Version, subject.Kind, subject.Edition, subject.State, subject.Content, policy.Plans.Find(subject.Kind), policy,
            subject.OrganisationId, organisation, subject.RegionCode, region, subject.Facts.ApprovingOrgan?.Name,
            subject.RecipientId is { } r ? await RecipientOfAsync(db, r, subject, cancellationToken) : null, subject.Filing.RecipientNow,
            subject.FilingNumber, subject.FiledAt, subject.RecordedAt,
            PlanWorkflow.Offered(subject, new GuardContext(actor, policy, clock.GetUtcNow())),
            PlanFields.All.Where(f => open.Contains(f.Key)).Aggregate(PlanParts.None, (parts, field) => parts | field.Part),
            rounds, editions, history)
        {
            Deadlines = await deadlines.OfCaseAsync(db, Kind, subject.Id, cancellationToken),
            AttachmentCount = await db.CountAttachmentsAsync(Kind, subject.Id, cancellationToken),
            OpenFields = open,
            Numbers = subject.Filing.Numbers.Free,
            Changes = await PlanChanges.ReadAsync(db, subject, cancellationToken),
        };
    }

    /// <summary>After an act the recipient may be another one than was loaded.</summary>
    private static async Task<FilingRecipient?> RecipientOfAsync(BureauDbContext db, Guid id, Plan plan, CancellationToken cancellationToken) =>
        plan.Filing.Recipient?.Id == id ? plan.Filing.Recipient : await Filings.FilingRecipients.ReadAsync(db, id, cancellationToken);

    /// <summary>The edition has come into force: the earlier ones are history.</summary>
    private static async Task SupersedeAsync(BureauDbContext db, Plan subject, Actor actor, DateTimeOffset now)
    {
        var earlier = await db.Plans.Where(p => p.LineageId == subject.LineageId && p.Edition < subject.Edition).ToListAsync();
        foreach (var plan in earlier.Where(p => PlanWorkflow.IsEffective(p.State)))
        {
            var from = plan.State;
            plan.Supersede(now);
            db.History.Add(PlanHistory.Superseded(plan, from, subject.Edition, actor, now));
        }
    }
}
