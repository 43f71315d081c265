using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>A roster on its way in, and what the user said about it.</summary>
public sealed record RosterRequest(string Path, string FileName, Guid OrganisationId, RosterMode Mode)
{
    public static readonly ImportKind Kind = new(OfficerAppointment.CaseKind, "首席数据官名册", OfficerPermissions.Import);

    /// <summary>The mode the user chose stands in the session; a new file holds appointments filed on paper.</summary>
    public static RosterRequest Of(ImportSession session, ImportSessions sessions) =>
        new(sessions.PathOf(session), session.FileName, session.OrganisationId, Enum.TryParse<RosterMode>(session.ChoicesJson, out var mode) ? mode : RosterMode.Holders);
}

/// <summary>What a check or an import found.</summary>
/// <param name="Unread">Headers that no column of the roster answers to.</param>
/// <param name="Done">Whether something was written.</param>
public sealed record RosterReport(ImportCounts Counts, IReadOnlyList<ImportError> Errors, IReadOnlyDictionary<string, int> Headers, IReadOnlyList<string> Unread, bool Done);

/// <summary>A workbook as read: the people, the errors of its cells, and the sheets with the rows of their headers.</summary>
internal sealed record RosterReading(IReadOnlyList<RosterRow> Rows, List<ImportError> Errors, IReadOnlyDictionary<string, RosterHeader> Headers)
{
    /// <summary>An error at a cell of a row.</summary>
    public void Fail(RosterRow row, RosterField field, string code, string sentence)
    {
        int? column = Headers[row.Sheet].Columns.TryGetValue(field, out var index) ? index + 1 : null;
        Errors.Add(new ImportError(row.Sheet, row.Number, column, column is null ? string.Empty : Headers[row.Sheet].Titles[column.Value - 1], Value(row, field), code, sentence));
    }

    private static string? Value(RosterRow row, RosterField field) => field switch
    {
        RosterField.UnitName => row.UnitName ?? row.UnitCode,
        RosterField.UnitCode => row.UnitCode,
        RosterField.PersonName => row.Content.PersonName,
        RosterField.Post => row.Post is { } post ? Domain.ChineseNames.ChineseName(post) : null,
        RosterField.Phone => row.Content.Phone,
        RosterField.EffectiveFrom => row.Content.EffectiveFrom?.ToString("yyyy-MM-dd", null),
        RosterField.TermEndsOn => row.Content.TermEndsOn?.ToString("yyyy-MM-dd", null),
        RosterField.FilingNumber => row.FilingNumber,
        _ => null,
    };
}

/// <summary>What becomes of a row, and the appointment it meets.</summary>
internal sealed record RosterMatch(RosterRow Row, ImportFate Fate, Organisation? Unit, OfficerAppointment? Known);

internal sealed record RosterPlan(Actor Actor, Organisation Target, RosterReading Reading, IReadOnlyList<RosterMatch> Matches)
{
    public ImportCounts Counts() => new(Matches.Count, Matches.Count(m => m.Fate == ImportFate.New), Matches.Count(m => m.Fate == ImportFate.Update), Matches.Count(m => m.Fate == ImportFate.Unchanged), Matches.Count(m => m.Fate == ImportFate.Rejected));

    public RosterReport Report(ImportCounts counts, bool done) => new(
        counts, [.. Reading.Errors.OrderBy(e => e.Sheet, StringComparer.Ordinal).ThenBy(e => e.Row).ThenBy(e => e.Column)],
        Reading.Headers.ToDictionary(h => h.Key, h => h.Value.Row, StringComparer.Ordinal), [.. Reading.Headers.Values.SelectMany(h => h.Unread).Where(t => t != ErrorWorkbook.ProblemColumnTitle).Distinct(StringComparer.Ordinal)], done);
}
