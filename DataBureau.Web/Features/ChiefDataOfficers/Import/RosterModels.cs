using System.Text.Json;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>What the user said about a file: what it holds, and which columns are read as what.</summary>
/// <param name="Mappings">By the fingerprint of the header, then by column; null is not read.</param>
public sealed record RosterChoices(RosterMode Mode, IReadOnlyDictionary<string, IReadOnlyDictionary<int, RosterField?>> Mappings)
{
    public static readonly RosterChoices Usual = new(RosterMode.Holders, new Dictionary<string, IReadOnlyDictionary<int, RosterField?>>(StringComparer.Ordinal));

    /// <param name="fingerprint">Of the header, which also tells the row that is the header.</param>
    /// <param name="corrections">What its columns are read as.</param>
    /// <param name="insteadOf">The header that was taken for it before, when another row is.</param>
    public RosterChoices With(string fingerprint, IReadOnlyDictionary<int, RosterField?> corrections, string? insteadOf = null)
    {
        var mappings = new Dictionary<string, IReadOnlyDictionary<int, RosterField?>>(Mappings, StringComparer.Ordinal);
        if (insteadOf is not null)
            mappings.Remove(insteadOf);
        mappings[fingerprint] = corrections;
        return this with { Mappings = mappings };
    }
}

/// <summary>A roster on its way in, and what the user said about it.</summary>
public sealed record RosterRequest(string Path, string FileName, Guid OrganisationId, RosterMode Mode)
{
    public static readonly ImportKind Kind = new(OfficerAppointment.CaseKind, "首席数据官名册", OfficerPermissions.Import);

    public RosterChoices Choices { get; init; } = RosterChoices.Usual with { Mode = Mode };

    /// <summary>What the user chose stands in the session; a new file holds appointments filed on paper.</summary>
    public static RosterRequest Of(ImportSession session, ImportSessions sessions)
    {
        var choices = session.ChoicesJson is { } json ? JsonSerializer.Deserialize<RosterChoices>(json)! : RosterChoices.Usual;
        return new(sessions.PathOf(session), session.FileName, session.OrganisationId, choices.Mode) { Choices = choices };
    }
}

/// <summary>The header of a sheet as it was read.</summary>
/// <param name="Remembered">Read as it was corrected for an earlier file.</param>
public sealed record RosterLayout(string Sheet, RosterHeader Header, bool Remembered)
{
    /// <summary>The first rows of the sheet, blank ones included.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Top { get; init; } = [];
}

/// <summary>What a check or an import found.</summary>
/// <param name="Done">Whether something was written.</param>
public sealed record RosterReport(ImportCounts Counts, IReadOnlyList<ImportError> Errors, IReadOnlyList<RosterLayout> Layouts, bool Done)
{
    /// <summary>The rows of the headers, by sheet.</summary>
    public IReadOnlyDictionary<string, int> Headers => Layouts.ToDictionary(l => l.Sheet, l => l.Header.Row, StringComparer.Ordinal);

    /// <summary>Nothing could be read, because columns are still to be told.</summary>
    public static RosterReport Unmapped(IReadOnlyList<RosterLayout> layouts) => new(new ImportCounts(0, 0, 0, 0, 0), [], layouts, false);
}

/// <summary>A workbook as read: the people, the errors of its cells, and the sheets with the rows of their headers.</summary>
internal sealed record RosterReading(IReadOnlyList<RosterRow> Rows, List<ImportError> Errors, IReadOnlyList<RosterLayout> Layouts)
{
    private readonly Dictionary<string, RosterHeader> _headers = Layouts.ToDictionary(l => l.Sheet, l => l.Header, StringComparer.Ordinal);

    public RosterHeader HeaderOf(RosterRow row) => _headers[row.Sheet];

    /// <summary>An error at a cell of a row.</summary>
    public void Fail(RosterRow row, RosterField field, string code, string sentence)
    {
        var header = HeaderOf(row);
        int? column = header.Columns.TryGetValue(field, out var index) ? index + 1 : null;
        Errors.Add(new ImportError(row.Sheet, row.Number, column, column is null ? string.Empty : header.Titles[column.Value - 1], Value(row, field), code, sentence));
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
        Reading.Layouts, done);
}
