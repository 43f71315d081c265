using System.Globalization;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>What is said with 延任: the new end of the term and the document that says so. Kept in the history as remarks on these fields.</summary>
public sealed record OfficerExtension(DateOnly? To, string? DocumentNumber, DateOnly? DocumentDate)
{
    public static OfficerExtension Read(IReadOnlyList<FieldRemark> remarks) =>
        new(SaidWith.Date(remarks, nameof(OfficerContent.TermEndsOn)), SaidWith.Text(remarks, nameof(OfficerContent.DocumentNumber)), SaidWith.Date(remarks, nameof(OfficerContent.DocumentDate)));

    public IReadOnlyList<FieldRemark> ToRemarks() =>
        [new(nameof(OfficerContent.TermEndsOn), CaseText.Day(To) ?? string.Empty), new(nameof(OfficerContent.DocumentNumber), DocumentNumber ?? string.Empty), new(nameof(OfficerContent.DocumentDate), CaseText.Day(DocumentDate) ?? string.Empty)];
}

/// <summary>What is said with 免去: the last day in office, today where nothing is said, and the document that says so. Kept in the history as remarks on these fields.</summary>
public sealed record OfficerRemoval(DateOnly? LastDay, string? DocumentNumber, DateOnly? DocumentDate)
{
    public static OfficerRemoval Read(IReadOnlyList<FieldRemark> remarks) =>
        new(SaidWith.Date(remarks, OfficerFields.EndedOn), SaidWith.Text(remarks, OfficerFields.RemovalNumber), SaidWith.Date(remarks, OfficerFields.RemovalDate));

    public IReadOnlyList<FieldRemark> ToRemarks() =>
        [.. LastDay is { } day ? [new FieldRemark(OfficerFields.EndedOn, CaseText.Day(day)!)] : Array.Empty<FieldRemark>(), new(OfficerFields.RemovalNumber, DocumentNumber ?? string.Empty), new(OfficerFields.RemovalDate, CaseText.Day(DocumentDate) ?? string.Empty)];
}

/// <summary>Reads what was said about fields with an act.</summary>
internal static class SaidWith
{
    public static string? Text(IReadOnlyList<FieldRemark> remarks, string field) =>
        remarks.FirstOrDefault(r => r.Field == field)?.Text is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public static DateOnly? Date(IReadOnlyList<FieldRemark> remarks, string field) =>
        DateOnly.TryParseExact(Text(remarks, field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
