using System.Diagnostics;

namespace DataBureau.Benchmarks;

/// <summary>Times, and the middle of several of them: a shared machine is noisy.</summary>
internal static class Measure
{
    public static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Runs the works in turn, several times over, so that a slow minute slows all of them; the medians in milliseconds.</summary>
    public static async Task<double[]> AlternateAsync(int rounds, params Func<Task>[] works)
    {
        var times = works.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                GC.Collect();
                times[i].Add(await MillisecondsAsync(works[i]));
            }
        }

        return [.. times.Select(t => Percentile(t, 0.5))];
    }

    public static double Percentile(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 0 && part == 0.5
            ? (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2
            : sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(part * sorted.Length))];
    }
}
