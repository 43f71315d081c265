namespace DataBureau.Domain.Calendar;

/// <summary>How many working days a bureau gives itself and its departments for something. The nearest region upwards that says something applies.</summary>
public sealed class TimeLimitSetting
{
    public required Guid Id { get; init; }

    /// <summary>Key of the <see cref="TimeLimit"/>.</summary>
    public required string Limit { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>Null says that there is none here, whatever the region above says.</summary>
    public int? WorkingDays { get; set; }

    public IReadOnlyList<int> Rungs { get; set; } = ReminderRungs.Usual;

    /// <summary>The concurrency token.</summary>
    public int Version { get; set; } = 1;
}
