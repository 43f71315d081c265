namespace DataBureau.Web.Features.Calendar;

/// <summary>A rung of a deadline that has been reminded of. Unique, so that several servers remind once.</summary>
public sealed class Reminder
{
    public required Guid Id { get; init; }

    public required Guid DeadlineId { get; init; }

    public required DateOnly DueOn { get; init; }

    public required int Rung { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How many people were told.</summary>
    public required int Recipients { get; init; }
}
