using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Imports;

/// <summary>What to take when some rows have errors.</summary>
public enum ImportAcceptance
{
    /// <summary>All rows or none.</summary>
    All,

    /// <summary>The rows without errors.</summary>
    Good,
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

/// <summary>What an import of a list would do, or did.</summary>
public sealed record ListImportReport(ImportCounts Counts, IReadOnlyList<CellFinding> Findings, IReadOnlyDictionary<string, int> HeaderRows, bool Written)
{
    /// <summary>Where the heading is not known, or was settled by a person: what to ask, or what was said.</summary>
    public ListQuestion? Question { get; init; }

    /// <summary>Nothing could be read, because the heading is still to be told; null when there is nothing to ask.</summary>
    public static ListImportReport? Asking(ListQuestion? question) =>
        question is null ? null : new(new ImportCounts(0, 0, 0, 0, 0), [], new Dictionary<string, int>(StringComparer.Ordinal), Written: false) { Question = question };
}

/// <summary>The file cannot be used, or the user may not import: a code and a sentence. Nothing was written.</summary>
public sealed record ImportRefusal(string Code, string Sentence);

/// <summary>Where a long check or import stands.</summary>
public sealed record ImportProgress(string Stage, int Done, int? Of);

/// <summary>What becomes of a row.</summary>
internal enum ImportFate
{
    New,

    /// <summary>A draft is changed in place.</summary>
    Update,

    /// <summary>A published entry gets a revision.</summary>
    Revision,
    Unchanged,
    Rejected,
}
