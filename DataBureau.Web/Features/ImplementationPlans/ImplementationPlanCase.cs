using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>The implementation plans' part in the runner.</summary>
public sealed class ImplementationPlanCase(PolicyLibrary policies, NumberLedger ledger, DeadlineReader deadlines, TimeProvider clock) : CaseRules<ImplementationPlan, ImplementationPlanState, ImplementationPlanAction>
{
    /// <summary>The series of 备案号 for implementation plans.</summary>
    public static readonly NumberMatter FilingNumbers = new("SSFA", "项目实施方案备案", ImplementationPlan.CaseKind);

    public override string Kind => ImplementationPlan.CaseKind;

    public override WorkflowTable<ImplementationPlanState, ImplementationPlanAction, ImplementationPlan> Table => ImplementationPlanWorkflow.Table;

    public override ImmutableArray<ClockRule<ImplementationPlanState>> ClocksOf(ImplementationPlan subject) => ImplementationPlanWorkflow.Clocks;

    public override async Task<ImplementationPlan?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.ImplementationPlans.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is { } plan)
        {
            await KnowAsync(db, plan, cancellationToken);
            if (plan.State is ImplementationPlanState.PendingFiling or ImplementationPlanState.Accepted)
                plan.Know(plan.Facts with { Filing = plan.Filing with { Numbers = await NumberLedger.ChoiceAsync(db, FilingNumbers, plan.RecipientId, clock.GetUtcNow(), cancellationToken) } });
            return plan;
        }

        return null;
    }

    /// <summary>Reads what the guards have to know of the world around a plan.</summary>
    public async Task KnowAsync(BureauDbContext db, ImplementationPlan plan, CancellationToken cancellationToken) => plan.Know(new ImplementationPlanFacts(
        await FilingRecipients.FactsAsync(db, Kind, plan.Id, ImplementationPlanWorkflow.Mechanism, policies.For(plan.RegionCode).Projects.ImplementationFiling?.Filing, plan.RegionCode, plan.RecipientId, ChinaTime.DateOf(clock.GetUtcNow()).Year, cancellationToken),
        await db.SlotsFilledAsync(Kind, plan.Id, cancellationToken),
        await db.ImplementationPlans.AnyAsync(p => p.LineageId == plan.LineageId && p.Edition > plan.Edition && p.State != ImplementationPlanState.Discarded && p.State != ImplementationPlanState.Cancelled, cancellationToken)));

    public override bool IsVisible(ImplementationPlan subject, Actor actor) =>
        actor.Holds(ImplementationPlanPermissions.View, subject.Location) || actor.Holds(ImplementationPlanPermissions.View, CaseSide.Authority, subject.Location);

    public override int VersionOf(ImplementationPlan subject) => subject.Version;

    public override ImplementationPlanState StateOf(ImplementationPlan subject) => subject.State;

    public override string TitleOf(ImplementationPlan subject) => subject.Content.Title;

    public override CaseLocation LocationOf(ImplementationPlan subject) => subject.Location;

    public override Decision<ImplementationPlanState> Act(ImplementationPlan subject, ImplementationPlanAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public override async Task<string?> AfterAsync(BureauDbContext db, ImplementationPlan subject, ImplementationPlanAction action, Actor actor, DateTimeOffset now)
    {
        if (subject.OpenedRound is { } round)
            db.Set<SupplementRound>().Add(round);
        switch (action)
        {
            case ImplementationPlanAction.Approve or ImplementationPlanAction.Refile or ImplementationPlanAction.Redirect:
                return $"已向{subject.Filing.RecipientNow!.Name}报送备案。";
            case ImplementationPlanAction.Record:
                var office = await db.Organisations.Where(o => o.Id == subject.RecipientId).Select(o => o.RegionCode).SingleAsync();
                subject.TakeNumber((await ledger.IssueAsync(db, FilingNumbers, office, Kind, subject.Id, subject.Content.Title, actor, now, subject.ChosenNumber)).Text);
                await SupersedeAsync(db, subject, actor, now);
                return $"已备案，备案号 {subject.FilingNumber}。";
            case ImplementationPlanAction.Amend:
                var edition = 1 + await db.ImplementationPlans.Where(p => p.LineageId == subject.LineageId).MaxAsync(p => p.Edition);
                var next = subject.NextEdition(Guid.CreateVersion7(now), edition, now);
                db.ImplementationPlans.Add(next);
                db.History.Add(CaseSteps.Entry<ImplementationPlanState>(Kind, next.Id, next.Version, "变更", null, next.State, null, actor, now));
                return $"已建立第 {edition} 版草稿，现行版本在新版备案前保持不变。";
            case ImplementationPlanAction.Cancel when !await db.ImplementationPlans.AnyAsync(p => p.LineageId == subject.LineageId && p.State == ImplementationPlanState.Filed):
                foreach (var earlier in await db.ImplementationPlans.Where(p => p.LineageId == subject.LineageId && p.Edition < subject.Edition && p.State == ImplementationPlanState.Superseded).ToListAsync())
                    earlier.Release();
                return null;
            default:
                return null;
        }
    }

    /// <summary>Rows with the open deadline that is due first.</summary>
    public async Task<IReadOnlyList<ImplementationPlanRow>> WithDeadlinesAsync(BureauDbContext db, IReadOnlyList<ImplementationPlanRow> rows, CancellationToken cancellationToken)
    {
        var due = await deadlines.OfCasesAsync(db, Kind, [.. rows.Select(r => r.Id)], cancellationToken);
        return [.. rows.Select(row => row with { Deadline = due.GetValueOrDefault(row.Id) })];
    }

    /// <summary>The view of the case page.</summary>
    public async Task<ImplementationPlanView> ProjectAsync(BureauDbContext db, ImplementationPlan subject, Actor actor, CancellationToken cancellationToken)
    {
        var policy = policies.For(subject.RegionCode);
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == subject.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var region = await db.Regions.AsNoTracking().Where(r => r.Code == subject.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken);
        var recipient = subject.RecipientId is not { } id ? null : subject.Filing.Recipient?.Id == id ? subject.Filing.Recipient : await FilingRecipients.ReadAsync(db, id, cancellationToken);
        // After an act the recipient may be another one than was loaded.
        subject.Know(subject.Facts with { Filing = subject.Filing with { Recipient = recipient } });
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == subject.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        var editions = await db.ImplementationPlans.AsNoTracking().Where(p => p.LineageId == subject.LineageId).OrderByDescending(p => p.Edition).Select(p => new ImplementationPlanEdition(p.Id, p.Edition, p.State)).ToListAsync(cancellationToken);
        var rounds = await db.Set<SupplementRound>().AsNoTracking().Where(r => r.CaseKind == Kind && r.CaseId == subject.Id).OrderBy(r => r.Round).ToListAsync(cancellationToken);
        if (editions.Any(e => e.Edition > subject.Edition && e.State is not (ImplementationPlanState.Discarded or ImplementationPlanState.Cancelled)))
            subject.Know(subject.Facts with { LaterEditionUnderWay = true });
        var open = actor.Holds(ImplementationPlanPermissions.Draft, subject.Location) ? ImplementationPlanOpenings.Fields(subject.State, subject.Filing.OpenRound) : [];
        return new ImplementationPlanView(
            subject.Id, subject.Version, subject.Edition, subject.State, subject.Content, policy, organisation, region, recipient, subject.Filing.RecipientNow,
            subject.FilingNumber, subject.FiledAt, subject.RecordedAt,
            ImplementationPlanWorkflow.Offered(subject, new GuardContext(actor, policy, clock.GetUtcNow())),
            !open.IsEmpty,
            rounds, editions, history)
        {
            AttachmentCount = await db.CountAttachmentsAsync(Kind, subject.Id, cancellationToken),
            OpenFields = open,
            Numbers = subject.Filing.Numbers.Free,
            Changes = await ImplementationPlanChanges.ReadAsync(db, subject, cancellationToken),
            Deadlines = await deadlines.OfCaseAsync(db, Kind, subject.Id, cancellationToken),
        };
    }

    /// <summary>The edition is filed: the earlier ones are history.</summary>
    private static async Task SupersedeAsync(BureauDbContext db, ImplementationPlan subject, Actor actor, DateTimeOffset now)
    {
        foreach (var earlier in await db.ImplementationPlans.Where(p => p.LineageId == subject.LineageId && p.Edition < subject.Edition && p.State == ImplementationPlanState.Filed).ToListAsync())
        {
            earlier.Supersede(now);
            db.History.Add(CaseSteps.Entry<ImplementationPlanState>(ImplementationPlan.CaseKind, earlier.Id, earlier.Version, "替代", ImplementationPlanState.Filed, earlier.State, $"由第 {subject.Edition} 版替代。", actor, now));
        }
    }
}
