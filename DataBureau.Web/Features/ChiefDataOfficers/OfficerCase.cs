using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Filings;
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

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The appointments' part in the runner.</summary>
public sealed class OfficerCase(PolicyLibrary policies, NumberLedger ledger, CaseClocks clocks, DeadlineReader deadlines, TimeProvider clock) : CaseRules<OfficerAppointment, OfficerState, OfficerAction>
{
    /// <summary>The series of 备案号 for appointments.</summary>
    public static readonly NumberMatter FilingNumbers = new("SXSJ", "首席数据官备案", OfficerAppointment.CaseKind);

    public override string Kind => OfficerAppointment.CaseKind;

    public override WorkflowTable<OfficerState, OfficerAction, OfficerAppointment> Table => OfficerWorkflow.Table;

    public override ImmutableArray<ClockRule<OfficerState>> ClocksOf(OfficerAppointment subject) => OfficerWorkflow.Clocks;

    public override async Task<OfficerAppointment?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Officers.FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } appointment)
            return null;
        await KnowAsync(db, appointment, cancellationToken);
        if (appointment.State is OfficerState.PendingFiling or OfficerState.Accepted)
            appointment.Know(appointment.Facts with { Filing = appointment.Filing with { Numbers = await NumberLedger.ChoiceAsync(db, FilingNumbers, appointment.RecipientId, clock.GetUtcNow(), cancellationToken) } });
        return appointment;
    }

    public async Task KnowAsync(BureauDbContext db, OfficerAppointment appointment, CancellationToken cancellationToken) =>
        appointment.Know(await OfficerFactsReader.ReadAsync(db, appointment, policies.For(appointment.RegionCode), ChinaTime.DateOf(clock.GetUtcNow()).Year, cancellationToken));

    public override bool IsVisible(OfficerAppointment subject, Actor actor) =>
        actor.Holds(OfficerPermissions.View, subject.Location) || actor.Holds(OfficerPermissions.View, CaseSide.Authority, subject.Location);

    public override int VersionOf(OfficerAppointment subject) => subject.Version;

    public override OfficerState StateOf(OfficerAppointment subject) => subject.State;

    public override string TitleOf(OfficerAppointment subject) => subject.Title;

    public override CaseLocation LocationOf(OfficerAppointment subject) => subject.Location;

    public override Decision<OfficerState> Act(OfficerAppointment subject, OfficerAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public override async Task<string?> AfterAsync(BureauDbContext db, OfficerAppointment subject, OfficerAction action, Actor actor, DateTimeOffset now)
    {
        if (subject.OpenedRound is { } round)
            db.Set<SupplementRound>().Add(round);
        switch (action)
        {
            case OfficerAction.Appoint when subject.Relieved is var (before, from):
                db.History.Add(OfficerHistory.Succeeded(before, from.ChineseName(), subject.Content.PersonName, actor, now));
                await clocks.FollowAsync(db, this, before, before.Id, now);
                return $"已任命{subject.Title}；原任{before.Content.PersonName}任职至 {before.EndedOn:yyyy-MM-dd}。";
            case OfficerAction.SendForFiling or OfficerAction.Refile or OfficerAction.Redirect:
                subject.Know(subject.Facts with { Filing = subject.Filing with { Recipient = subject.Filing.RecipientNow } });
                return $"已向{subject.Filing.RecipientNow!.Name}报备。";
            case OfficerAction.Record:
                var office = await db.Organisations.Where(o => o.Id == subject.RecipientId).Select(o => o.RegionCode).SingleAsync();
                subject.TakeNumber((await ledger.IssueAsync(db, FilingNumbers, office, Kind, subject.Id, subject.Title, actor, now, subject.ChosenNumber)).Text);
                return $"已备案，备案号 {subject.FilingNumber}。";
            case OfficerAction.Replace:
                var next = subject.Successor(Guid.CreateVersion7(now), actor, now);
                db.Officers.Add(next);
                db.History.Add(OfficerHistory.Created(next, actor, now));
                return $"已建立接任人选的提名，{subject.Content.PersonName}在接任人任命前继续在任。";
            case OfficerAction.Extend:
                return $"任期延至 {subject.Content.TermEndsOn:yyyy-MM-dd}。{await OfficerNotices.TellOfficeAsync(db, subject, "任期已延长", $"任期延至 {subject.Content.TermEndsOn:yyyy-MM-dd}（{subject.Content.DocumentNumber}）。本任职仍按原备案号备查，不需要办理。", now)}";
            case OfficerAction.Remove or OfficerAction.Expire:
                var left = $"{subject.Title}任职至 {subject.EndedOn:yyyy-MM-dd}。{(subject.RemovalToNote && subject.Filing.Recipient is { } told ? $"已列入{told.Name}的待办，请其知悉。" : null)}";
                if (action == OfficerAction.Expire)
                    left += await OfficerNotices.TellOfficeAsync(db, subject, "任期届满", $"任职至 {subject.EndedOn:yyyy-MM-dd}，届满未延任。不需要办理。", now);
                return (await PostAsync(db, subject, default)).Demand == PostDemand.Required && !await OthersHoldAsync(db, subject, default)
                    ? left + $"{subject.Post.ChineseName()}岗位现已空缺，已列入本单位待办，请尽快提名接任人选。" : left;
            default:
                return null;
        }
    }

    /// <summary>Rows with the open deadline that is due first.</summary>
    public async Task<IReadOnlyList<OfficerRow>> WithDeadlinesAsync(BureauDbContext db, IReadOnlyList<OfficerRow> rows, CancellationToken cancellationToken)
    {
        var due = await deadlines.OfCasesAsync(db, Kind, [.. rows.Select(r => r.Id)], cancellationToken);
        return [.. rows.Select(row => row with { Deadline = due.GetValueOrDefault(row.Id) })];
    }

    /// <summary>The view of the case page.</summary>
    public async Task<OfficerDetailView> ProjectAsync(BureauDbContext db, OfficerAppointment subject, Actor actor, CancellationToken cancellationToken)
    {
        var policy = policies.For(subject.RegionCode);
        var region = await db.Regions.AsNoTracking().Where(r => r.Code == subject.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken);
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == subject.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        var rounds = await db.Set<SupplementRound>().AsNoTracking().Where(r => r.CaseKind == Kind && r.CaseId == subject.Id).OrderBy(r => r.Round).ToListAsync(cancellationToken);
        var key = OfficerAppointment.KeyOf(subject.OrganisationId, subject.Post);
        var successor = subject.IsHolding && key is not null ? await db.Officers.Where(a => a.NominationKey == key).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken) : null;
        var open = actor.Holds(OfficerPermissions.Nominate, subject.Location) ? OfficerOpenings.Fields(subject.State, subject.Filing.OpenRound) : [];
        var editable = OfficerOpenings.Parts(open);
        return new OfficerDetailView(
            subject.Id, subject.Version, subject.Post, subject.State, editable == OfficerParts.None ? subject.Content with { Phone = PhoneNumber.Masked(subject.Content.Phone) } : subject.Content, policy,
            subject.OrganisationId, subject.Facts.UnitName, subject.RegionCode, region, subject.Facts.UnitAbolished,
            subject.RecipientId is { } r ? await RecipientOfAsync(db, r, subject, cancellationToken) : null, subject.Filing.RecipientNow,
            subject.FilingNumber, subject.FiledAt, subject.RecordedAt, subject.EndedOn, (await PostAsync(db, subject, cancellationToken)).Demand,
            subject.IsHolding && !await OthersHoldAsync(db, subject, cancellationToken), subject.State == OfficerState.Nominated ? subject.Facts.Incumbent?.Content.PersonName : null, subject.Facts.Elsewhere,
            OfficerWorkflow.Offered(subject, new GuardContext(actor, policy, clock.GetUtcNow())), editable,
            actor.Holds(OfficerPermissions.Unmask, subject.Location) || actor.Holds(OfficerPermissions.Unmask, CaseSide.Authority, subject.Location),
            rounds, await db.CountAttachmentsAsync(Kind, subject.Id, cancellationToken), history)
        {
            SuccessorId = successor,
            OpenFields = open,
            RemovalNumber = subject.RemovalNumber,
            RemovalDate = subject.RemovalDate,
            RemovalNotedAt = subject.RemovalNotedAt,
            Numbers = subject.Filing.Numbers.Free,
            Deadlines = await deadlines.OfCaseAsync(db, Kind, subject.Id, cancellationToken),
        };
    }

    private async Task<(OfficerScheme Scheme, PostDemand Demand)> PostAsync(BureauDbContext db, OfficerAppointment subject, CancellationToken cancellationToken)
    {
        var unit = await db.Organisations.AsNoTracking().Where(o => o.Id == subject.OrganisationId).Select(o => new { o.Kind, o.HasItOffice }).SingleAsync(cancellationToken);
        var scheme = (await OfficerSchemeReader.ReadAsync(db, policies, cancellationToken)).For(subject.RegionCode);
        return (scheme, scheme.DemandFor(subject.Post, unit.Kind, unit.HasItOffice));
    }

    private static Task<bool> OthersHoldAsync(BureauDbContext db, OfficerAppointment subject, CancellationToken cancellationToken) =>
        db.Officers.AnyAsync(a => a.OrganisationId == subject.OrganisationId && a.Post == subject.Post && a.Id != subject.Id && OfficerQueries.Held.Contains(a.State), cancellationToken);

    /// <summary>After an act the recipient may be another one than was loaded.</summary>
    private static async Task<FilingRecipient?> RecipientOfAsync(BureauDbContext db, Guid id, OfficerAppointment subject, CancellationToken cancellationToken) =>
        subject.Filing.Recipient?.Id == id ? subject.Filing.Recipient : await FilingRecipients.ReadAsync(db, id, cancellationToken);
}
