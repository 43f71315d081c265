namespace DataBureau.Domain.Filings;

/// <summary>One thing that has to be supplied or corrected.</summary>
/// <param name="Key">The material or field it concerns.</param>
/// <param name="Title">Its name at the time of the notice.</param>
/// <param name="Text">What is missing or wrong.</param>
public sealed record SupplementItem(string Key, string Title, string Text)
{
    /// <summary>What the field said at the time of the notice; null for a material.</summary>
    public string? Before { get; init; }
}

/// <summary>One round of 补正: what the receiving office asked for, and the filer's answer. Every round is kept.</summary>
public sealed class SupplementRound
{
    public required string CaseKind { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Round { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required string RequestedBy { get; init; }

    public required string Office { get; init; }

    /// <summary>What the office wrote above the list.</summary>
    public required string? Comment { get; init; }

    public required IReadOnlyList<SupplementItem> Items { get; init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? AnsweredBy { get; private set; }

    public string? Answer { get; private set; }

    public void TakeAnswer(string by, string? answer, DateTimeOffset now) => (AnsweredAt, AnsweredBy, Answer) = (now, by, answer);
}
