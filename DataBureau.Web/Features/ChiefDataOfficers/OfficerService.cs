using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The door to appointments for pages, endpoints and the command line: see, nominate, edit, act.</summary>
public sealed class OfficerService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, OfficerCase rules, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    private const int Handful = 200;

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow());

    public async Task<Page<OfficerRow>> ListAsync(OfficerFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<OfficerRow>([], 0);
        var officers = db.Officers.AsNoTracking().VisibleTo(actor, OfficerPermissions.View).Matching(filter, actor, db, Today);
        var total = await officers.CountAsync(cancellationToken);
        if (total <= (filter.Page - 1) * filter.PageSize)
            return new Page<OfficerRow>([], total);
        var rows = await officers.Ordered(filter).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).AsRows(db).ToListAsync(cancellationToken);
        return new Page<OfficerRow>([.. (await rules.WithDeadlinesAsync(db, rows, cancellationToken)).Select(Masked)], total);
    }

    /// <summary>All rows of a filter, as they come from the database, for the export; telephone numbers in full only when asked for and permitted, and audited.</summary>
    public async IAsyncEnumerable<OfficerRow> StreamAsync(OfficerFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        var officers = db.Officers.AsNoTracking().VisibleTo(actor, OfficerPermissions.Export).Matching(filter, actor, db, Today);
        var unmask = filter.Phones && actor.Holds(OfficerPermissions.Unmask);
        if (unmask)
        {
            officers = officers.VisibleTo(actor, OfficerPermissions.Unmask);
            audit.Add(db, actor, "chief-data-officer.ExportPhones", "导出首席数据官名册（含完整号码）", OfficerAppointment.CaseKind, after: new { Rows = await officers.CountAsync(cancellationToken) });
            await db.SaveChangesAsync(CancellationToken.None);
        }

        // The rows are still coming from the one connection while the deadlines of a handful are asked for on another.
        await using var beside = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var handful in officers.Ordered(filter).AsRows(db).AsAsyncEnumerable().Chunk(Handful).WithCancellation(cancellationToken))
            foreach (var row in await rules.WithDeadlinesAsync(beside, handful, cancellationToken))
                yield return unmask ? row : Masked(row);
    }

    /// <returns>Null when there is no such appointment, or not for this person.</returns>
    public async Task<OfficerDetailView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor
            && await rules.LoadAsync(db, id, cancellationToken) is { } appointment && rules.IsVisible(appointment, actor) ? await rules.ProjectAsync(db, appointment, actor, cancellationToken) : null;
    }

    /// <summary>The regions that have appointments the reader sees; whether the reader nominates, and may see numbers in full.</summary>
    public async Task<(IReadOnlyList<(string Code, string Name)> Regions, bool MayNominate, bool MayUnmask, bool MayImport)> ListOptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return ([], false, false, false);
        var regions = await db.Officers.AsNoTracking().VisibleTo(actor, OfficerPermissions.View).Select(a => a.RegionCode).Distinct()
            .Join(db.Regions, code => code, r => r.Code, (_, r) => new { r.Code, r.Name }).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        return ([.. regions.Select(r => (r.Code, r.Name))], actor.Holds(OfficerPermissions.Nominate), actor.Holds(OfficerPermissions.Unmask), actor.Holds(OfficerPermissions.Import));
    }

    /// <summary>The next case that waits for the reader's decision, the longest-waiting first.</summary>
    public async Task<Guid?> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor ? null
            : await db.Officers.AsNoTracking().WaitingFor(actor, db, Today).Where(a => a.Id != after && OfficerQueries.JudgedIn.Contains(a.State))
                .OrderBy(a => a.UpdatedAt).ThenBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The units that the reader may nominate for; null for someone who nominates nowhere.</summary>
    public async Task<OfficerFormOptions?> OptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || !actor.Holds(OfficerPermissions.Nominate))
            return null;
        var bodies = actor.BodiesWith(OfficerPermissions.Nominate);
        var units = await db.Organisations.AsNoTracking().Where(o => bodies.Contains(o.Id) && o.AbolishedAt == null).OrderBy(o => o.Code).Select(o => new { o.Id, o.Name, o.RegionCode }).ToListAsync(cancellationToken);
        return new OfficerFormOptions([.. units.Select(u => (u.Id, u.Name, u.RegionCode))]);
    }

    /// <summary>Nominates somebody for a post of a unit.</summary>
    public async Task<Outcome<OfficerDetailView>> CreateAsync(Guid organisationId, DataPost post, OfficerContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor
            || await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == organisationId) is not { } unit)
            return new Outcome<OfficerDetailView>.NotFound();
        if (!actor.Holds(OfficerPermissions.Nominate, new CaseLocation(unit.Id, unit.RegionCode, null)))
            return Refused(WorkflowRefusals.NotPermitted(OfficerPermissions.Nominate));
        if (unit.AbolishedAt is not null)
            return Refused(OfficerRefusals.UnitAbolished(unit.Name));
        if (OfficerCheck.Limits(content) is { } refusal)
            return Refused(refusal);
        var now = clock.GetUtcNow();
        var appointment = OfficerAppointment.Nominate(Guid.CreateVersion7(now), unit.Id, unit.RegionCode, post, content, actor, now);
        await rules.KnowAsync(db, appointment, default);
        if (appointment.Facts.NominationOpen)
            return Refused(OfficerRefusals.NominationOpen(post));
        db.Officers.Add(appointment);
        db.History.Add(OfficerHistory.Created(appointment, actor, now));
        audit.Add(db, actor, "chief-data-officer.Create", $"提名{appointment.Title}", OfficerAppointment.CaseKind, appointment.Id.ToString(), after: OfficerHistory.ForAudit(content));
        return await SaveAsync(db, appointment, actor, $"已提名{appointment.Title}，请本单位负责人办理任命。");
    }

    /// <summary>Changes what can be changed in the appointment's state.</summary>
    public async Task<Outcome<OfficerDetailView>> SaveAsync(Guid id, int seenVersion, OfficerContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor
            || await rules.LoadAsync(db, id, default) is not { } appointment || !rules.IsVisible(appointment, actor))
            return new Outcome<OfficerDetailView>.NotFound();
        if (appointment.Version != seenVersion)
            return await ConflictAsync(id);
        var (before, now) = (appointment.Content, clock.GetUtcNow());
        if (appointment.Edit(content, actor, now) is { } refusal)
            return new Outcome<OfficerDetailView>.Refused(refusal, await rules.ProjectAsync(db, appointment, actor, default));
        await rules.KnowAsync(db, appointment, default);
        db.History.Add(OfficerHistory.Edited(appointment, OfficerHistory.Changed(before, appointment.Content) is { Length: > 0 } what ? $"修改了{what}。" : "没有改动内容。", actor, now));
        audit.Add(db, actor, "chief-data-officer.Edit", $"修改{appointment.Title}", OfficerAppointment.CaseKind, id.ToString(), OfficerHistory.ForAudit(before), OfficerHistory.ForAudit(appointment.Content));
        return await SaveAsync(db, appointment, actor, "已保存。");
    }

    public Task<Outcome<OfficerDetailView>> ActAsync(Guid id, int seenVersion, OfficerAction action, string? comment, IReadOnlyList<FieldRemark>? remarks = null, string? number = null) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, remarks, rules.ProjectAsync, number);

    /// <summary>The telephone number in full, for those who may; every look leaves an audit row.</summary>
    public async Task<string?> RevealPhoneAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return null;
        var found = await db.Officers.AsNoTracking().VisibleTo(actor, OfficerPermissions.Unmask).Where(a => a.Id == id)
            .Join(db.Organisations, a => a.OrganisationId, o => o.Id, (a, o) => new { a.Post, a.Content.PersonName, a.Content.Phone, o.Name }).FirstOrDefaultAsync();
        if (found?.Phone is null)
            return null;
        audit.Add(db, actor, "chief-data-officer.RevealPhone", $"查看完整号码：{found.Post.ChineseName()} {found.PersonName}（{found.Name}）", OfficerAppointment.CaseKind, id.ToString());
        await db.SaveChangesAsync();
        return found.Phone;
    }

    private static OfficerRow Masked(OfficerRow row) => row with { Phone = PhoneNumber.Masked(row.Phone) };

    private static Outcome<OfficerDetailView> Refused(Refusal refusal) => new Outcome<OfficerDetailView>.Refused(refusal, null);

    private async Task<Outcome<OfficerDetailView>> SaveAsync(BureauDbContext db, OfficerAppointment appointment, Actor actor, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, OfficerConfiguration.NominationIndex))
        {
            return Refused(OfficerRefusals.NominationOpen(appointment.Post));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(appointment.Id);
        }

        notifier.Publish(new CaseChanged(OfficerAppointment.CaseKind, appointment.Id, appointment.Version, actor.Name));
        return new Outcome<OfficerDetailView>.Done(await rules.ProjectAsync(db, appointment, actor, default), sentence);
    }

    private async Task<Outcome<OfficerDetailView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<OfficerDetailView>.Conflict(fresh, "保存前，本件已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<OfficerDetailView>.NotFound();
}
