using System.Globalization;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>What is said with 延任: the new end of the term and the document that says so. Kept in the history as remarks on these fields.</summary>
public sealed record OfficerExtension(DateOnly? To, string? DocumentNumber, DateOnly? DocumentDate)
{
    public static OfficerExtension Read(IReadOnlyList<FieldRemark> remarks) =>
        new(OfficerRemoval.Date(remarks, nameof(OfficerContent.TermEndsOn)), OfficerRemoval.Text(remarks, nameof(OfficerContent.DocumentNumber)), OfficerRemoval.Date(remarks, nameof(OfficerContent.DocumentDate)));

    public IReadOnlyList<FieldRemark> ToRemarks() =>
    [
        new(nameof(OfficerContent.TermEndsOn), To is { } to ? to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Empty),
        new(nameof(OfficerContent.DocumentNumber), DocumentNumber ?? string.Empty),
        new(nameof(OfficerContent.DocumentDate), DocumentDate is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Empty),
    ];
}

/// <summary>What is said with 免去: the last day in office; today where nothing is said.</summary>
public static class OfficerRemoval
{
    public static DateOnly LastDay(IReadOnlyList<FieldRemark>? remarks, DateOnly today) => Date(remarks ?? [], OfficerFields.EndedOn) ?? today;

    public static IReadOnlyList<FieldRemark> ToRemarks(DateOnly lastDay) => [new(OfficerFields.EndedOn, lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    internal static string? Text(IReadOnlyList<FieldRemark> remarks, string field) =>
        remarks.FirstOrDefault(r => r.Field == field)?.Text is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    internal static DateOnly? Date(IReadOnlyList<FieldRemark> remarks, string field) =>
        DateOnly.TryParseExact(Text(remarks, field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
