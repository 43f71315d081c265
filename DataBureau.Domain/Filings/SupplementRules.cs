using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Filings;

/// <summary>What a notice of supplement may ask for. 一次性告知: what the first notice did not name cannot be asked for later.</summary>
public static class SupplementRules
{
    /// <param name="items">What is asked for now; null while the act is only offered.</param>
    /// <param name="rounds">The rounds so far.</param>
    /// <param name="nameOf">The words for a material or field; null when there is no such thing in the case.</param>
    public static Refusal? Check(IReadOnlyList<FieldRemark>? items, IReadOnlyList<SupplementRound> rounds, Func<string, string?> nameOf)
    {
        if (items is null)
            return null;
        if (items.Count == 0)
            return FilingRefusals.NoItems();
        if (items.FirstOrDefault(i => nameOf(i.Field) is null) is { } unknown)
            return FilingRefusals.UnknownItem(unknown.Field);
        if (items.FirstOrDefault(i => string.IsNullOrWhiteSpace(i.Text)) is { } empty)
            return FilingRefusals.ItemWithoutText(nameOf(empty.Field)!);
        if (items.FirstOrDefault(i => i.Text.Length > HistoryEntry.CommentLimit) is { } tooLong)
            return FilingRefusals.ItemTooLong(nameOf(tooLong.Field)!, HistoryEntry.CommentLimit);
        if (rounds.Count == 0)
            return null;
        var told = rounds.SelectMany(r => r.Items).Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        var late = items.Where(i => !told.Contains(i.Field)).Select(i => nameOf(i.Field)!).ToList();
        return late.Count == 0 ? null : FilingRefusals.NotToldAtOnce(late);
    }

    public static SupplementRound Open(string caseKind, Guid caseId, IReadOnlyList<SupplementRound> before, string? comment, IReadOnlyList<FieldRemark> items, Func<string, string?> nameOf, Actor actor, DateTimeOffset now) => new()
    {
        CaseKind = caseKind,
        CaseId = caseId,
        Round = before.Count + 1,
        RequestedAt = now,
        RequestedBy = actor.Name,
        Office = actor.OrganisationName,
        Comment = comment,
        Items = [.. items.Select(i => new SupplementItem(i.Field, nameOf(i.Field)!, i.Text.Trim()))],
    };
}
