namespace DataBureau.Domain.Calendar;

public enum CalendarDayKind
{
    /// <summary>No work, whatever the day of the week.</summary>
    [ChineseName("休")] Holiday,

    /// <summary>调休上班: a Saturday or Sunday on which there is work.</summary>
    [ChineseName("班")] Workday,
}

/// <summary>One day that the yearly notice of the State Council names; all others follow the day of the week.</summary>
public sealed record CalendarDay(DateOnly Date, CalendarDayKind Kind, string Name)
{
    public const int NameLimit = 40;
}

/// <summary>A date or a number of days, or the first year whose rows are missing: then there is no answer, and none is guessed.</summary>
/// <param name="Value">Meaningless unless <see cref="IsKnown"/>.</param>
public readonly record struct Reckoned<T>(T Value, int? MissingYear)
    where T : struct
{
    public bool IsKnown => MissingYear is null;

    /// <summary>The answer, or null.</summary>
    public T? OrNull => IsKnown ? Value : null;
}

public static class Reckoned
{
    public static Reckoned<T> Known<T>(T value)
        where T : struct => new(value, null);

    public static Reckoned<T> Missing<T>(int year)
        where T : struct => new(default, year);
}
