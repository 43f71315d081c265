namespace DataBureau.Web.Features.Calendar;

/// <summary>Counts the changes of what clocks are worked out by, so that every server knows when its copy is old.</summary>
public sealed class ClockVersion
{
    public const string Calendar = "calendar";
    public const string TimeLimits = "time-limits";

    public required string Key { get; init; }

    public int Version { get; set; }
}
