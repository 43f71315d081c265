using System.Runtime.CompilerServices;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The opinions in words: for one question or one unit on the page, for the papers and the export.</summary>
public sealed class OpinionService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current)
{
    /// <param name="id">The consultation.</param>
    /// <param name="questionId">Only on this question.</param>
    /// <param name="unitId">Only of this unit.</param>
    /// <param name="cancellationToken">The page's.</param>
    public async Task<IReadOnlyList<OpinionView>> ReadAsync(Guid id, Guid? questionId, Guid? unitId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return [];
        var opinions = Visible(db, actor, ConsultationPermissions.View, id).Where(o => (questionId == null || o.QuestionId == questionId) && (unitId == null || o.UnitId == unitId));
        var views = await Rows(db, opinions).ToListAsync(cancellationToken);
        var earlier = await db.Set<OpinionText>().AsNoTracking().Where(t => opinions.Any(o => o.Id == t.OpinionId))
            .Join(opinions, t => t.OpinionId, o => o.Id, (t, o) => new { Text = t, o.UnitId, o.QuestionId, o.Round }).ToListAsync(cancellationToken);
        var kept = earlier.ToLookup(e => (e.UnitId, e.QuestionId, e.Round), e => e.Text);
        return [.. views.Select(v => v with { Earlier = [.. kept[(v.UnitId, v.QuestionId, v.Round)].OrderByDescending(t => t.Version)] })];
    }

    /// <summary>All opinions, as they come from the database, for the export.</summary>
    public async IAsyncEnumerable<OpinionView> StreamAsync(Guid? id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        await foreach (var row in Rows(db, Visible(db, actor, ConsultationPermissions.Export, id)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    private static IQueryable<ConsultationOpinion> Visible(BureauDbContext db, Actor actor, Permission permission, Guid? id)
    {
        var visible = db.Consultations.VisibleTo(actor, permission).Where(c => id == null || c.Id == id).Select(c => c.Id);
        return db.ConsultationOpinions.AsNoTracking().Where(o => visible.Contains(o.ConsultationId));
    }

    private static IQueryable<OpinionView> Rows(BureauDbContext db, IQueryable<ConsultationOpinion> opinions) =>
        from o in opinions
        join q in db.Set<ConsultationQuestion>() on o.QuestionId equals q.Id
        join u in db.Set<ConsultationUnit>() on o.UnitId equals u.Id
        join b in db.Organisations on u.OrganisationId equals b.Id
        orderby o.ConsultationId, q.Number, u.Number, o.Round descending
        select new OpinionView(q.Id, q.Number, q.Text, u.Id, b.Name, o.Round, o.Kind, o.Text, o.SignedBy, o.SignedAt);
}
