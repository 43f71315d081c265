using System.Globalization;
using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Training;

/// <summary>The door to training records: see, record, take back.</summary>
public sealed class TrainingService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, TimeProvider clock)
{
    public async Task<Page<TrainingRow>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<TrainingRow>([], 0);
        var rows = Rows(db, actor, TrainingPermissions.View, query);
        return new Page<TrainingRow>(await rows.Skip(query.Skip).Take(query.PageSize).ToListAsync(cancellationToken), await rows.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<TrainingRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        await foreach (var row in Rows(db, actor, TrainingPermissions.Export, query).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    public async Task<TrainingView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || await db.OfficerTrainings.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } record)
            return null;
        return await Rows(db, actor, TrainingPermissions.View, new ListQuery(), id).FirstOrDefaultAsync(cancellationToken) is { } row ? new TrainingView(row, actor.Holds(TrainingPermissions.Keep, record.Location)) : null;
    }

    public async Task<TrainingOptions> OptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new TrainingOptions([]);
        var (bodies, held) = (actor.BodiesWith(TrainingPermissions.Keep), OfficerQueries.Held);
        var officers = await db.Officers.AsNoTracking().Where(a => bodies.Contains(a.OrganisationId) && held.Contains(a.State)).OrderBy(a => a.Content.PersonName).Select(a => new { a.Id, a.Content.PersonName, a.Post }).ToListAsync(cancellationToken);
        return new TrainingOptions([.. officers.Select(o => (o.Id, $"{o.PersonName}（{o.Post.ChineseName()}）"))]);
    }

    /// <returns>The new record, or why there is none.</returns>
    public async Task<(Guid? Id, Refusal? Refusal)> RecordAsync(Guid appointmentId, TrainingContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor || await db.Officers.AsNoTracking().FirstOrDefaultAsync(a => a.Id == appointmentId) is not { } officer)
            return (null, new Refusal("OfficerUnknown", "请选择参加培训的人员。"));
        var now = clock.GetUtcNow();
        var (record, refusal) = TrainingRecord.Record(Guid.CreateVersion7(now), officer, content, actor, now);
        if (record is null)
            return (null, refusal);
        db.OfficerTrainings.Add(record);
        audit.Add(db, actor, "officer-training.Create", $"登记培训：{officer.Content.PersonName} {record.Course}", TrainingRecord.CaseKind, record.Id.ToString(), after: new { Title = record.Course, record.Hours });
        await db.SaveChangesAsync();
        return (record.Id, null);
    }

    public async Task<Refusal?> RemoveAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor || await db.OfficerTrainings.FirstOrDefaultAsync(t => t.Id == id) is not { } record)
            return new Refusal("TrainingRemoved", "没有找到这条培训记录。");
        if (record.Remove(actor, clock.GetUtcNow()) is { } refusal)
            return refusal;
        audit.Add(db, actor, "officer-training.Delete", $"删除培训记录：{record.Course}", TrainingRecord.CaseKind, id.ToString(), before: new { Title = record.Course, record.Hours });
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return new Refusal("TrainingRemoved", "这条培训记录已经删除。");
        }
    }

    private static IQueryable<TrainingRow> Rows(BureauDbContext db, Actor actor, Permission permission, ListQuery query, Guid? only = null)
    {
        var records = db.OfficerTrainings.AsNoTracking().VisibleTo(actor, permission, t => t.OrganisationId, t => t.RegionCode).Where(t => t.RemovedAt == null);
        if (only is { } id)
            records = records.Where(t => t.Id == id);
        if (Guid.TryParse(query.Filter("officer"), out var officer))
            records = records.Where(t => t.AppointmentId == officer);
        if (Guid.TryParse(query.Filter("unit"), out var unit))
            records = records.Where(t => t.OrganisationId == unit);
        if (int.TryParse(query.Filter("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            records = records.Where(t => t.HeldOn >= from && t.HeldOn <= to);
        }

        var rows = from t in records
                   join a in db.Officers on t.AppointmentId equals a.Id
                   join o in db.Organisations on t.OrganisationId equals o.Id
                   select new { t, a, o };
        return rows.Having(query.Search, x => x.t.Course, x => x.a.Content.PersonName, x => x.o.Name).OrderByDescending(x => x.t.HeldOn).ThenBy(x => x.t.Id).Select(x => new TrainingRow(x.t.Id, x.a.Id, x.a.Content.PersonName, x.a.Post, x.o.Name, x.t.Course, x.t.Provider, x.t.Hours, x.t.HeldOn));
    }
}
