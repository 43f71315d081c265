using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>A file on its way in, and what the user said about it.</summary>
public sealed record ImportRequest(string Path, string FileName, Guid OrganisationId)
{
    public static readonly ImportKind Kind = new(CatalogueEntry.Kind, "目录", CataloguePermissions.Compile, CataloguePermissions.ImportForRegion);

    /// <summary>What the user settled on; a header that is not among it is read as remembered, else as guessed.</summary>
    public ImportChoices Choices { get; init; } = ImportChoices.None;

    /// <summary>Register organisations that the file names and nobody has registered.</summary>
    public bool CreateOrganisations { get; init; }

    public static ImportRequest Of(ImportSession session, ImportSessions sessions) => new(sessions.PathOf(session), session.FileName, session.OrganisationId)
    {
        Choices = ImportChoices.Of(session),
    };
}

/// <summary>What a check or an import found.</summary>
/// <param name="Counts">What would become of the rows, or became of them.</param>
/// <param name="Errors">All of them, in the order of the file. Not each belongs to a row that is counted: an item may have no entry.</param>
/// <param name="Layouts">The sheets that were read and how their columns were taken.</param>
/// <param name="UnknownProviders">Names of providers that nobody has registered, with the number of their rows.</param>
/// <param name="Incomplete">Rows that come in as drafts and still lack something before they can be submitted.</param>
/// <param name="PackageId">The review package, when something was imported.</param>
public sealed record ImportReport(
    ImportCounts Counts, IReadOnlyList<ImportError> Errors, IReadOnlyList<ImportSheetLayout> Layouts, IReadOnlyList<(string Name, int Rows)> UnknownProviders, int Incomplete, Guid? PackageId)
{
    /// <summary>Cells that come in, but not quite as they stand in the file. They keep nothing out.</summary>
    public IReadOnlyList<ImportError> Warnings { get; init; } = [];

    /// <summary>Rows that belong to the sheet of paper and not to the table.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; init; } = [];

    /// <summary>Whether some sheet may be a catalogue, and nobody has told yet where its header is and what its columns hold.</summary>
    public bool AsksForHeader => Layouts.Any(l => l.ProposedRow is not null);

    /// <summary>Nothing could be read, because columns are still to be told; null when no column could help.</summary>
    public static ImportReport? Unmapped(IReadOnlyList<ImportSheetLayout> layouts) =>
        layouts.Any(l => l.ProposedRow is not null || l.Settled) ? new(new ImportCounts(0, 0, 0, 0, 0), [], layouts, [], 0, null) : null;
}

/// <summary>A row below a table that was not read: 合计, 填表人.</summary>
public sealed record SkippedRow(string Sheet, int Row, string Label);

/// <summary>A sheet of the file: what it was taken for, and its columns.</summary>
public sealed record ImportSheetLayout(string Sheet, SheetKind Kind, HeaderLayout? Layout, bool Remembered, string? Note)
{
    private const int SampleLength = 30;

    /// <summary>The first rows of the sheet, from which a column shows what it holds.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Top { get; init; } = [];

    /// <summary>The merged ranges among them.</summary>
    public IReadOnlyList<MergedRange> Merged { get; init; } = [];

    /// <summary>Whether a person has settled the columns, now or for an earlier file.</summary>
    public bool Settled { get; init; }

    /// <summary>Where no header is known: the row that looks most like one, 0-based; null where none does.</summary>
    public int? ProposedRow { get; init; }

    /// <summary>The first value of a column below the header, shortened; empty where the first rows have none.</summary>
    /// <param name="column">0-based.</param>
    /// <param name="firstDataRow">0-based.</param>
    public string Sample(int column, int firstDataRow)
    {
        var text = Top.Skip(firstDataRow).Select(r => column < r.Count ? r[column] : string.Empty).FirstOrDefault(t => t.Length > 0) ?? string.Empty;
        return text.Length <= SampleLength ? text : text[..SampleLength] + "…";
    }
}
