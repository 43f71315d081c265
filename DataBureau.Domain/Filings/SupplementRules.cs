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

    /// <summary>What the open round asked for and has not got: a material came after the notice; a field says something else, or the remark says why not.</summary>
    /// <param name="filing">The rounds, and what has been supplied since.</param>
    /// <param name="textOf">What a field says now, empty where nothing; null for what is no field.</param>
    /// <param name="context">With the remark; while the act is only offered none is known, and only the materials are asked for.</param>
    public static Refusal? CheckAnswer(FilingFacts filing, Func<string, string?> textOf, GuardContext context)
    {
        var noteless = context.Remarks is not null && string.IsNullOrWhiteSpace(context.Comment);
        var open = filing.OpenRound?.Items.Where(i => textOf(i.Key) is { } text ? noteless && text == (i.Before ?? string.Empty) : !filing.Supplied.Contains(i.Key)).ToList();
        return open is null or [] ? null : FilingRefusals.NotAnswered([.. open.Select(i => (i, textOf(i.Key) is not null))]);
    }

    /// <param name="caseKind">The kind of case.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="before">The rounds so far.</param>
    /// <param name="comment">What the office says to all of it.</param>
    /// <param name="items">What is asked for.</param>
    /// <param name="nameOf">The words for a material or field.</param>
    /// <param name="textOf">What a field says now; null for what is no field.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">When.</param>
    public static SupplementRound Open(
        string caseKind, Guid caseId, IReadOnlyList<SupplementRound> before, string? comment, IReadOnlyList<FieldRemark> items, Func<string, string?> nameOf, Func<string, string?> textOf, Actor actor, DateTimeOffset now) => new()
    {
        CaseKind = caseKind,
        CaseId = caseId,
        Round = before.Count + 1,
        RequestedAt = now,
        RequestedBy = actor.Name,
        Office = actor.OrganisationName,
        Comment = comment,
        Items = [.. items.Select(i => new SupplementItem(i.Field, nameOf(i.Field)!, i.Text.Trim()) { Before = textOf(i.Field) })],
    };
}
