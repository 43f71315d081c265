using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>Hands over cases: each gets a new version, a step in its history, and its running clocks with it.</summary>
internal abstract class CaseMove<TCase> : OrganisationMove
    where TCase : class
{
    protected abstract string Kind { get; }

    /// <summary>The cases that change hands; read before anything is changed and again while it is.</summary>
    protected abstract Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken);

    /// <summary>With what the aggregate itself needs to be changed.</summary>
    protected virtual IQueryable<TCase> Load(BureauDbContext db) => db.Set<TCase>();

    protected abstract void Pass(TCase subject, OrganisationShift shift, DateTimeOffset now);

    protected abstract Guid IdOf(TCase subject);

    /// <summary>The version that the case has now, and its state in words.</summary>
    protected abstract (int Version, string State) Stand(TCase subject);

    /// <summary>What is kept of a case: null for what has no history.</summary>
    protected virtual HistoryEntry? StepOf(TCase subject, MoveAct act)
    {
        var (version, state) = Stand(subject);
        return CaseHistory.Step(Kind, IdOf(subject), version, Act, state, state, act.Note, act.Actor, act.Now);
    }

    public override async Task MoveAsync(BureauDbContext db, MoveAct act)
    {
        foreach (var ids in (await FindAsync(db, act.Shift, default)).Chunk(Batch))
        {
            foreach (var subject in await Load(db).Where(c => EF.Parameter(ids).Contains(EF.Property<Guid>(c, "Id"))).ToListAsync())
            {
                Pass(subject, act.Shift, act.Now);
                if (StepOf(subject, act) is { } step)
                    db.History.Add(step);
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            await MoveClocksAsync(db, act.Shift, Kind, ids);
        }
    }

    /// <summary>The clocks that run against a body that gives.</summary>
    protected static Task MoveClocksAsync(BureauDbContext db, OrganisationShift shift, string kind, IReadOnlyCollection<Guid> cases)
    {
        var (sources, to) = (shift.Sources, shift.To!.Id);
        return db.Deadlines.Where(d => d.CaseKind == kind && EF.Parameter(cases).Contains(d.CaseId) && d.FinishedAt == null && EF.Parameter(sources).Contains(d.OrganisationId))
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.OrganisationId, to).SetProperty(d => d.Version, d => d.Version + 1));
    }
}
