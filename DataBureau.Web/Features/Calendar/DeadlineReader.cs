using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Calendar;

/// <summary>An open deadline as a page shows it.</summary>
/// <param name="Name">What has to be done in the time: 目录审核.</param>
public sealed record DeadlineView(Guid CaseId, string Name, DateOnly StartedOn, int BudgetDays, DeadlineReading Reading);

/// <summary>Deadlines of cases as of today: for case pages, lists, the inbox and exports. The caller has checked that the cases may be seen.</summary>
public sealed class DeadlineReader(ClockSource source, IEnumerable<TimeLimit> limits, TimeProvider clock)
{
    /// <summary>The open deadlines of a kind of case, to be joined, filtered and ordered; null <see cref="Deadline.DueOn"/> is paused or unknown.</summary>
    public static IQueryable<Deadline> Open(BureauDbContext db, string caseKind) => db.Deadlines.AsNoTracking().Where(d => d.CaseKind == caseKind && d.FinishedAt == null);

    /// <summary>The open deadlines of one case, what is due first in front.</summary>
    public async Task<IReadOnlyList<DeadlineView>> OfCaseAsync(BureauDbContext db, string caseKind, Guid caseId, CancellationToken cancellationToken)
    {
        var open = await Open(db, caseKind).Where(d => d.CaseId == caseId).ToListAsync(cancellationToken);
        return open.Count == 0 ? [] : View(open, await source.GetAsync(db, cancellationToken));
    }

    /// <summary>For each case that has one, the open deadline that is due first. For a page of a list: one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, DeadlineView>> OfCasesAsync(BureauDbContext db, string caseKind, IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken)
    {
        if (caseIds.Count == 0)
            return new Dictionary<Guid, DeadlineView>();
        var open = await Open(db, caseKind).Where(d => EF.Parameter(caseIds).Contains(d.CaseId)).ToListAsync(cancellationToken);
        return open.Count == 0 ? new Dictionary<Guid, DeadlineView>() : View(open, await source.GetAsync(db, cancellationToken)).DistinctBy(d => d.CaseId).ToDictionary(d => d.CaseId);
    }

    /// <summary>For cases of several kinds at once, the open deadline that is due first: one query.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, Guid CaseId), DeadlineReading>> ReadAsync(BureauDbContext db, IReadOnlyCollection<(string Kind, Guid CaseId)> cases, CancellationToken cancellationToken)
    {
        if (cases.Count == 0)
            return new Dictionary<(string, Guid), DeadlineReading>();
        var (kinds, ids) = (cases.Select(c => c.Kind).Distinct().ToList(), cases.Select(c => c.CaseId).Distinct().ToList());
        var open = await db.Deadlines.AsNoTracking().Where(d => kinds.Contains(d.CaseKind) && EF.Parameter(ids).Contains(d.CaseId) && d.FinishedAt == null).ToListAsync(cancellationToken);
        if (open.Count == 0)
            return new Dictionary<(string, Guid), DeadlineReading>();
        var (facts, today) = (await source.GetAsync(db, cancellationToken), ChinaTime.DateOf(clock.GetUtcNow()));
        return open.OrderBy(d => d.DueOn ?? DateOnly.MaxValue).ThenBy(d => d.Id).DistinctBy(d => (d.CaseKind, d.CaseId)).ToDictionary(d => (d.CaseKind, d.CaseId), d => DeadlineReading.Of(d, today, facts.Calendar));
    }

    /// <summary>How bare dates stand today.</summary>
    public async Task<Func<DateOnly, DeadlineReading>> ReadingAsync(BureauDbContext db, CancellationToken cancellationToken)
    {
        var (facts, today) = (await source.GetAsync(db, cancellationToken), ChinaTime.DateOf(clock.GetUtcNow()));
        return due => DeadlineReading.Of(due, today, facts.Calendar);
    }

    private List<DeadlineView> View(IEnumerable<Deadline> open, ClockFacts facts)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow());
        return [.. open.OrderBy(d => d.DueOn ?? DateOnly.MaxValue).ThenBy(d => d.Id).Select(d =>
            new DeadlineView(d.CaseId, NameOf(d.Limit), d.StartedOn, d.BudgetDays, DeadlineReading.Of(d, today, facts.Calendar)))];
    }

    private string NameOf(string limit) => limits.FirstOrDefault(l => l.Key == limit)?.Name ?? "办理";
}
