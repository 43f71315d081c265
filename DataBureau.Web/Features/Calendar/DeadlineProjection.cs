using System.Globalization;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Calendar;

/// <summary>A deadline that another calendar moves; null stands for a date that cannot be worked out.</summary>
public sealed record MovedDeadline(Guid Id, string CaseKind, Guid CaseId, string Limit, string CaseState, DateOnly? From, DateOnly? To);

/// <summary>
/// Works all open deadlines out anew after the calendar has changed: in memory, then a statement per pair of dates instead of one
/// per deadline. What an act changes meanwhile is left to the next pass; what the passes leave, to the sweep of the next minute.
/// </summary>
internal sealed class DeadlineProjection(BureauDbContext db, IReadOnlyDictionary<string, string> limitNames)
{
    private const int Passes = 3;

    /// <summary>What would move, with nothing written.</summary>
    public static async Task<IReadOnlyList<MovedDeadline>> PreviewAsync(BureauDbContext db, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var open = await db.Deadlines.AsNoTracking().Where(d => d.FinishedAt == null).ToListAsync(cancellationToken);
        return [.. open.Select(d => Moved(d, d.Projected(calendar).DueOn)).OfType<MovedDeadline>()];
    }

    /// <summary>Within the caller's transaction; the history of each case that moved says so.</summary>
    public async Task<IReadOnlyList<MovedDeadline>> RunAsync(WorkingCalendar calendar, int version, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = new List<MovedDeadline>();
        for (var pass = 0; pass < Passes; pass++)
        {
            var open = await db.Deadlines.AsNoTracking().Where(d => d.FinishedAt == null && d.CalendarVersion < version).ToListAsync(cancellationToken);
            if (open.Count == 0)
                break;
            foreach (var group in open.GroupBy(d => (d.Version, d.DueOn, To: d.Projected(calendar))))
                moved.AddRange(await WriteAsync([.. group], group.Key.To, version, cancellationToken));
        }

        await db.InsertManyAsync<HistoryEntry>([.. moved.Select(m => Note(m, actor, now))], cancellationToken);
        return moved;
    }

    /// <returns>Those of the group that were still as they were read, and moved.</returns>
    private async Task<IEnumerable<MovedDeadline>> WriteAsync(List<Deadline> group, (DateOnly? DueOn, DateOnly? RemindOn) to, int version, CancellationToken cancellationToken)
    {
        var (ids, seen, from) = (group.ConvertAll(d => d.Id), group[0].Version, group[0].DueOn);
        var same = db.Deadlines.Where(d => EF.Parameter(ids).Contains(d.Id) && d.Version == seen && d.FinishedAt == null);
        var written = from == to.DueOn
            ? await same.ExecuteUpdateAsync(s => s.SetProperty(d => d.RemindOn, to.RemindOn).SetProperty(d => d.CalendarVersion, version), cancellationToken)
            : await same.ExecuteUpdateAsync(s => s.SetProperty(d => d.DueOn, to.DueOn).SetProperty(d => d.RemindOn, to.RemindOn).SetProperty(d => d.LastRung, (int?)null)
                .SetProperty(d => d.CalendarVersion, version).SetProperty(d => d.Version, seen + 1), cancellationToken);
        if (from == to.DueOn)
            return [];
        // The version of the calendar is still this transaction's alone: whoever carries it was written here.
        var ours = written == ids.Count ? null : (await db.Deadlines.Where(d => EF.Parameter(ids).Contains(d.Id) && d.CalendarVersion == version).Select(d => d.Id).ToListAsync(cancellationToken)).ToHashSet();
        return group.Where(d => ours?.Contains(d.Id) != false).Select(d => Moved(d, to.DueOn)).OfType<MovedDeadline>();
    }

    private static MovedDeadline? Moved(Deadline d, DateOnly? to) => d.DueOn == to ? null : new MovedDeadline(d.Id, d.CaseKind, d.CaseId, d.Limit, d.CaseState, d.DueOn, to);

    private HistoryEntry Note(MovedDeadline m, Actor actor, DateTimeOffset now) => CaseHistory.Note(m.CaseKind, m.CaseId, "期限重算", m.CaseState, m.CaseState,
        $"工作日历调整，到期日由 {Text(m.From)} 改为 {Text(m.To)}（{limitNames.GetValueOrDefault(m.Limit, "办理")}，局内时限）。", actor, now);

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "「无法推算」";
}
