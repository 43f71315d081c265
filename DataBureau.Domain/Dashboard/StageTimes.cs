using DataBureau.Domain.Calendar;

namespace DataBureau.Domain.Dashboard;

/// <summary>A step in the history of a case, as far as its times need it.</summary>
public sealed record StagePoint(Guid CaseId, string? From, string To, DateTimeOffset At);

/// <summary>A case in a stage, from the day it came to the day it left.</summary>
public sealed record StageStay(Guid CaseId, string Stage, DateOnly From, DateOnly To, Reckoned<int> WorkingDays);

/// <summary>How long cases stood in a stage, over the stays that ended.</summary>
/// <param name="Uncounted">Stays that reach into a year without calendar; they are in no average.</param>
public sealed record StageTime(string Stage, int Stays, int Uncounted, decimal? Average, int? Longest);

public static class StageTimes
{
    /// <summary>The stays of each case that ended within the period. A step that leaves the stage as it is, is none.</summary>
    public static IEnumerable<StageStay> Stays(IEnumerable<StagePoint> points, Period period, WorkingCalendar calendar)
    {
        foreach (var steps in points.GroupBy(p => p.CaseId))
        {
            (string Stage, DateOnly Since)? here = null;
            foreach (var step in steps.OrderBy(s => s.At))
            {
                var day = ChinaTime.DateOf(step.At);
                if (here is { } stay && stay.Stage != step.To && day >= period.From && day <= period.To)
                    yield return new StageStay(steps.Key, stay.Stage, stay.Since, day, calendar.CountBetween(stay.Since, day));
                if (here?.Stage != step.To)
                    here = (step.To, day);
            }
        }
    }

    /// <summary>Stage by stage, in the order in which they are first met.</summary>
    public static IReadOnlyList<StageTime> Average(IEnumerable<StageStay> stays) => [.. stays.GroupBy(s => s.Stage, StringComparer.Ordinal).Select(g =>
    {
        var known = g.Where(s => s.WorkingDays.IsKnown).Select(s => s.WorkingDays.Value).ToList();
        return new StageTime(g.Key, g.Count(), g.Count() - known.Count, known.Count == 0 ? null : Math.Round((decimal)known.Sum() / known.Count, 1, MidpointRounding.AwayFromZero), known.Count == 0 ? null : known.Max());
    })];
}
