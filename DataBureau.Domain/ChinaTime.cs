namespace DataBureau.Domain;

/// <summary>Times are kept in UTC; days are those of China, which has one time zone and no summer time.</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DateOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);

    /// <summary>The first moment of a day, in UTC as times are kept.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    public static DateTimeOffset Local(DateTimeOffset time) => time.ToOffset(Offset);
}
