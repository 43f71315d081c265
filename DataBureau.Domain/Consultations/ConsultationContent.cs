namespace DataBureau.Domain.Consultations;

/// <summary>What the convenor writes, part by part, as the consultation goes on.</summary>
public sealed record ConsultationContent
{
    public string Title { get; init; } = string.Empty;

    /// <summary>事由: what it is about and why.</summary>
    public string? Matter { get; init; }

    /// <summary>Working days to answer in; null: what the bureau has set.</summary>
    public int? ReplyDays { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public DateOnly? MeetingOn { get; init; }

    public string? MeetingPlace { get; init; }

    public string? MeetingAttendees { get; init; }

    public ConclusionKind? Conclusion { get; init; }

    public string? ConclusionText { get; init; }

    /// <summary>The leading group's office that an unreconciled dissent was brought to.</summary>
    public Guid? EscalatedToId { get; init; }

    public DateOnly? EscalatedOn { get; init; }

    /// <summary>What was asked of it and what it decided.</summary>
    public string? EscalationRecord { get; init; }

    public string? MinutesText { get; init; }
}

/// <summary>The parts of it that can be changed in a state.</summary>
[Flags]
public enum ConsultationParts
{
    [ChineseName("无")] None = 0,
    [ChineseName("事项")] Matter = 1,
    [ChineseName("会议")] Meeting = 2,
    [ChineseName("结论")] Conclusion = 4,
    [ChineseName("纪要")] Minutes = 8,
}
