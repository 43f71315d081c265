namespace DataBureau.Domain;

/// <summary>Times are kept in UTC; days are those of China, which has one time zone and no summer time.</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DateOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);

    public static DateTimeOffset Local(DateTimeOffset time) => time.ToOffset(Offset);
}
