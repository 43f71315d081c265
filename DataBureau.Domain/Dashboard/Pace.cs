namespace DataBureau.Domain.Dashboard;

/// <summary>How far one is, beside the others.</summary>
public enum Pace
{
    [ChineseName("未编制")] None,
    [ChineseName("领先")] Ahead,
    [ChineseName("正常")] Even,
    [ChineseName("滞后")] Behind,
}

/// <summary>A share beside the share of all together: a convention of this dashboard, said on it, and no rule of any regulation.</summary>
public static class Paces
{
    /// <summary>Percentage points from the share of all together.</summary>
    public const int Band = 10;

    public static string Rule => $"与合计发布率相比，高出 {Band} 个百分点以上为领先，低 {Band} 个百分点以上为滞后。";

    /// <param name="done">Of the one.</param>
    /// <param name="of">Of the one, in all.</param>
    /// <param name="allDone">Of all together.</param>
    /// <param name="allOf">Of all together, in all.</param>
    public static Pace Of(int done, int of, int allDone, int allOf)
    {
        if (of == 0 || allOf == 0)
            return Pace.None;
        // Whole numbers: a share that is exactly ten points off is on the line, on every machine.
        var apart = 100L * ((long)done * allOf - (long)allDone * of);
        var band = (long)Band * of * allOf;
        return apart >= band ? Pace.Ahead : apart <= -band ? Pace.Behind : Pace.Even;
    }
}
