using System.Runtime.CompilerServices;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit.Sealing;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Audit;

/// <summary>Reading the audit, for auditors only: each call asks for the permission anew.</summary>
public sealed class AuditService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current)
{
    /// <summary>How far the list counts and pages: an audit of years is counted in millions, and nobody pages through them.</summary>
    public const int CountLimit = 10_000;

    /// <summary>Newest first.</summary>
    public async Task<AuditPage> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await AuditorAsync(db, cancellationToken) is not { } auditor)
            return new AuditPage([], 0, Refusal: WorkflowRefusals.NotPermitted(AdministrationPermissions.Audit));
        var rows = db.Audit.AsNoTracking().VisibleTo(auditor, db).Matching(AuditFilter.Read(query));
        var count = await rows.OrderByDescending(a => a.Id).Take(CountLimit + 1).CountAsync(cancellationToken);
        var total = Math.Min(count, CountLimit);
        var page = Math.Min(query.Skip, Math.Max(0, total - 1) / query.PageSize * query.PageSize);
        var shown = await rows.OrderByDescending(a => a.Id).Skip(page).Take(Math.Min(query.PageSize, CountLimit - page)).AsListRows().ToListAsync(cancellationToken);
        return new AuditPage(shown, total, count > CountLimit) { LastVerified = await LastVerified(db).FirstOrDefaultAsync(cancellationToken) };
    }

    public async Task<AuditFound> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AuditorAsync(db, cancellationToken) is { } auditor
            ? new AuditFound(await db.Audit.AsNoTracking().VisibleTo(auditor, db).FirstOrDefaultAsync(a => a.Id == id, cancellationToken))
            : new AuditFound(null, WorkflowRefusals.NotPermitted(AdministrationPermissions.Audit));
    }

    /// <summary>All rows of the query, newest first, one at a time; none for anybody but an auditor.</summary>
    public async IAsyncEnumerable<AuditListRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await AuditorAsync(db, cancellationToken) is not { } auditor)
            yield break;
        var rows = db.Audit.AsNoTracking().VisibleTo(auditor, db).Matching(AuditFilter.Read(query)).OrderByDescending(a => a.Id).AsListRows();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    /// <summary>Whoever reads a part of the audit has to know how far the whole can be trusted.</summary>
    private static IQueryable<AuditListRow> LastVerified(BureauDbContext db) =>
        db.Audit.AsNoTracking().Where(a => a.SubjectKind == AuditVerification.Chain && a.Action == AuditVerification.Action).OrderByDescending(a => a.Id).AsListRows();

    private async Task<Actor?> AuditorAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && actor.Holds(AdministrationPermissions.Audit) ? actor : null;
}
