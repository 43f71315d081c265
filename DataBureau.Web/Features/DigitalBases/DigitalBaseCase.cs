using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>The digital bases' part in the runner.</summary>
public sealed class DigitalBaseCase(PolicyLibrary policies, NumberLedger ledger, DeadlineReader deadlines, TimeProvider clock) : CaseRules<DigitalBase, DigitalBaseState, DigitalBaseAction>
{
    /// <summary>The series of 同意编号.</summary>
    public static readonly NumberMatter ConsentNumbers = new("SZDZ", "县级数字底座同意", DigitalBase.CaseKind);

    public override string Kind => DigitalBase.CaseKind;

    public override WorkflowTable<DigitalBaseState, DigitalBaseAction, DigitalBase> Table => DigitalBaseWorkflow.Table;

    public override ImmutableArray<ClockRule<DigitalBaseState>> ClocksOf(DigitalBase subject) => DigitalBaseWorkflow.Clocks;

    public override async Task<DigitalBase?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.DigitalBases.FirstOrDefaultAsync(b => b.Id == id, cancellationToken) is { } found)
        {
            await KnowAsync(db, found, cancellationToken);
            if (found.State is DigitalBaseState.Applied or DigitalBaseState.UnderArgument)
                found.Know(found.Facts with { Consent = found.Facts.Consent with { Numbers = await NumberLedger.ChoiceAsync(db, ConsentNumbers, found.RecipientId, clock.GetUtcNow(), cancellationToken) } });
            return found;
        }

        return null;
    }

    /// <summary>Reads what the guards have to know of the world around an application.</summary>
    public async Task KnowAsync(BureauDbContext db, DigitalBase subject, CancellationToken cancellationToken) => subject.Know(new DigitalBaseFacts(
        await FilingRecipients.FactsAsync(db, Kind, subject.Id, DigitalBaseWorkflow.Mechanism, policies.For(subject.RegionCode).Projects.DigitalBase?.Consent, subject.RegionCode, subject.RecipientId, ChinaTime.DateOf(clock.GetUtcNow()).Year, cancellationToken),
        await MayApplyAsync(db, subject.OrganisationId, cancellationToken),
        await db.SlotsFilledAsync(Kind, subject.Id, cancellationToken),
        await db.DigitalBases.AnyAsync(b => b.LineageId == subject.LineageId && b.Round > subject.Round, cancellationToken)));

    /// <summary>The government itself, or the data authority that applies for it.</summary>
    public static Task<bool> MayApplyAsync(BureauDbContext db, Guid organisationId, CancellationToken cancellationToken) =>
        db.Organisations.AnyAsync(o => o.Id == organisationId && (o.Kind == OrganisationKind.Government || (o.Responsibilities & Responsibilities.DataAuthority) != Responsibilities.None), cancellationToken);

    public override bool IsVisible(DigitalBase subject, Actor actor) =>
        actor.Holds(DigitalBasePermissions.View, subject.Location) || actor.Holds(DigitalBasePermissions.View, CaseSide.Authority, subject.Location);

    public override int VersionOf(DigitalBase subject) => subject.Version;

    public override DigitalBaseState StateOf(DigitalBase subject) => subject.State;

    public override string TitleOf(DigitalBase subject) => subject.Content.Application.Title;

    public override CaseLocation LocationOf(DigitalBase subject) => subject.Location;

    public override Decision<DigitalBaseState> Act(DigitalBase subject, DigitalBaseAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public override async Task<string?> AfterAsync(BureauDbContext db, DigitalBase subject, DigitalBaseAction action, Actor actor, DateTimeOffset now)
    {
        switch (action)
        {
            case DigitalBaseAction.Approve or DigitalBaseAction.Redirect:
                return $"已送{subject.Facts.Consent.RecipientNow!.Name}审核。";
            case DigitalBaseAction.Consent:
                var office = await db.Organisations.Where(o => o.Id == subject.RecipientId).Select(o => o.RegionCode).SingleAsync();
                subject.TakeNumber((await ledger.IssueAsync(db, ConsentNumbers, office, Kind, subject.Id, TitleOf(subject), actor, now, subject.ChosenNumber)).Text);
                return $"已同意建设，编号 {subject.ConsentNumber}。";
            case DigitalBaseAction.FailVerification:
                return "核验不通过，已退回申请单位整改；整改后可以再次核验。";
            case DigitalBaseAction.Reapply:
                var next = subject.Again(Guid.CreateVersion7(now), now);
                db.DigitalBases.Add(next);
                db.History.Add(CaseSteps.Entry<DigitalBaseState>(Kind, next.Id, next.Version, "重新申请", null, next.State, null, actor, now));
                return $"已建立第 {next.Round} 次申请的草稿。";
            default:
                return null;
        }
    }

    /// <summary>Rows with the open deadline that is due first.</summary>
    public async Task<IReadOnlyList<DigitalBaseRow>> WithDeadlinesAsync(BureauDbContext db, IReadOnlyList<DigitalBaseRow> rows, CancellationToken cancellationToken)
    {
        var due = await deadlines.OfCasesAsync(db, Kind, [.. rows.Select(r => r.Id)], cancellationToken);
        return [.. rows.Select(row => row with { Deadline = due.GetValueOrDefault(row.Id) })];
    }

    /// <summary>The view of the case page.</summary>
    public async Task<DigitalBaseView> ProjectAsync(BureauDbContext db, DigitalBase subject, Actor actor, CancellationToken cancellationToken)
    {
        var policy = policies.For(subject.RegionCode);
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == subject.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var region = await db.Regions.AsNoTracking().Where(r => r.Code == subject.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken);
        var known = subject.Facts.Consent;
        var authority = subject.RecipientId is not { } id ? null : known.Recipient?.Id == id ? known.Recipient : await FilingRecipients.ReadAsync(db, id, cancellationToken);
        var rounds = await db.DigitalBases.AsNoTracking().Where(b => b.LineageId == subject.LineageId).OrderByDescending(b => b.Round).Select(b => new DigitalBaseRound(b.Id, b.Round, b.State)).ToListAsync(cancellationToken);
        // After an act the authority may be another one than was loaded, and a later application may be there.
        subject.Know(subject.Facts with { Consent = known with { Recipient = authority }, AppliedAgain = rounds.Any(r => r.Round > subject.Round) });
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == subject.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        return new DigitalBaseView(
            subject.Id, subject.Version, subject.Round, subject.State, subject.Content, policy, organisation, region, authority, known.RecipientNow,
            subject.ConsentNumber, subject.AppliedAt, subject.DecidedAt, subject.BuiltAt, subject.ConnectedAt,
            DigitalBaseWorkflow.Offered(subject, new GuardContext(actor, policy, clock.GetUtcNow())),
            subject.MayEdit(actor) ? DigitalBaseWorkflow.Editable(subject.State) : DigitalBasePart.None, rounds, history)
        {
            Numbers = known.Numbers.Free,
            AttachmentCount = await db.CountAttachmentsAsync(Kind, subject.Id, cancellationToken),
            Deadlines = await deadlines.OfCaseAsync(db, Kind, subject.Id, cancellationToken),
        };
    }
}
