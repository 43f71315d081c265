namespace DataBureau.Domain.Consultations;

/// <summary>What a bureau has set for the consultations of its region. The nearest region upwards that says something applies; where none does, silence is overdue.</summary>
public sealed class ConsultationSetting
{
    public required string RegionCode { get; init; }

    /// <summary>Silence counts as 无意见 when the round closes.</summary>
    public bool SilenceIsNoObjection { get; set; }

    public int Version { get; set; } = 1;
}
