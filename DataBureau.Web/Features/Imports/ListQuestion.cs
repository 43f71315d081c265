namespace DataBureau.Web.Features.Imports;

/// <summary>The heading of a list, as a person settled it.</summary>
/// <param name="Fingerprint">Of the heading.</param>
/// <param name="Mapping">The key of each column that is read, by 0-based column.</param>
/// <param name="InsteadOf">The heading that was settled before, when another row is.</param>
public sealed record ListAnswer(string Fingerprint, IReadOnlyDictionary<int, string> Mapping, string? InsteadOf);

/// <summary>A list whose heading a person has to show, or has shown: its first rows, and what its columns may be.</summary>
public sealed class ListQuestion
{
    private readonly ListHeading _heading;

    internal ListQuestion(ListHeading heading, string sheet, IReadOnlyList<IReadOnlyList<string>> top, int row, bool answered) => (_heading, Sheet, Top, Row, Answered) = (heading, sheet, top, row, answered);

    public string Sheet { get; }

    /// <summary>The first rows of the sheet, blank ones included.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Top { get; }

    /// <summary>The row that is the heading, or looks most like it; 0-based.</summary>
    public int Row { get; }

    /// <summary>Whether it has been settled, for this file or for an earlier one.</summary>
    public bool Answered { get; }

    public IReadOnlyList<(string Value, string Text)> Options => [.. _heading.Columns.Select(c => (c.Key, c.Title))];

    public string FingerprintAt(int row) => _heading.FingerprintOf(Top[row]);

    /// <summary>What the columns of a row are read as, by 0-based column.</summary>
    public IReadOnlyDictionary<int, string> MappingAt(int row) => _heading.Settled(Top[row]) ?? _heading.Guess(Top[row]);

    /// <summary>The titles of the columns that must be there and are not.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyDictionary<int, string> mapping) => _heading.Missing(mapping);
}
