using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>What to take when some rows have errors.</summary>
public enum ImportAcceptance
{
    /// <summary>All rows or none.</summary>
    All,

    /// <summary>The rows without errors.</summary>
    Good,
}

/// <summary>A file on its way in, and what the user said about it.</summary>
public sealed record ImportRequest(string Path, string FileName, Guid OrganisationId)
{
    /// <summary>The mapping the user settled on for the sheet of entries; null takes the remembered one, else the guess.</summary>
    public ColumnMapping? Mapping { get; init; }

    /// <summary>Register organisations that the file names and nobody has registered.</summary>
    public bool CreateOrganisations { get; init; }
}

/// <summary>One located error: where, what stands there, and the rule in words.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">As Excel numbers it.</param>
/// <param name="Column">1-based; null when the whole row is meant.</param>
/// <param name="Header">The column's header as it stands in the file.</param>
/// <param name="Value">The cell as read.</param>
/// <param name="Code">Stable code of the rule.</param>
/// <param name="Sentence">What is wrong and what would be right.</param>
public sealed record ImportError(string Sheet, int Row, int? Column, string Header, string? Value, string Code, string Sentence)
{
    public string ColumnLetters => Column is { } c ? ColumnMapping.Letters(c - 1) : string.Empty;
}

/// <summary>What became, or would become, of the rows. The four parts add up to the rows.</summary>
public sealed record ImportCounts(int Rows, int Imported, int Updated, int Unchanged, int Rejected);

/// <summary>What a check or an import found.</summary>
/// <param name="Counts">What would become of the rows, or became of them.</param>
/// <param name="Errors">All of them, in the order of the file.</param>
/// <param name="Layouts">The sheets that were read and how their columns were taken.</param>
/// <param name="UnknownProviders">Names of providers that nobody has registered, with the number of their rows.</param>
/// <param name="Incomplete">Rows that come in as drafts and still lack something before they can be submitted.</param>
/// <param name="PackageId">The review package, when something was imported.</param>
public sealed record ImportReport(
    ImportCounts Counts, IReadOnlyList<ImportError> Errors, IReadOnlyList<ImportSheetLayout> Layouts, IReadOnlyList<(string Name, int Rows)> UnknownProviders, int Incomplete, Guid? PackageId);

/// <summary>A sheet of the file: what it was taken for, and its columns.</summary>
public sealed record ImportSheetLayout(string Sheet, SheetKind Kind, HeaderLayout? Layout, bool Remembered, string? Note);

/// <summary>The file cannot be used, or the user may not import: a code and a sentence. Nothing was written.</summary>
public sealed record ImportRefusal(string Code, string Sentence);

/// <summary>Where a long check or import stands.</summary>
public sealed record ImportProgress(string Stage, int Done, int? Of);
