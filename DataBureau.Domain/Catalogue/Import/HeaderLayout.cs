using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>A merged range of a sheet, 0-based, last row and column included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Contains(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

/// <param name="Index">0-based.</param>
/// <param name="Text">The header as shown, on one line; empty where a column has data and no header.</param>
/// <param name="Group">The group header above it, if any.</param>
/// <param name="Field">The guess; null where there is none.</param>
/// <param name="Match">How sure the guess is.</param>
/// <param name="Why">For people: how it was recognised, or why it is not read.</param>
public sealed record HeaderColumn(int Index, string Text, string? Group, CatalogueField? Field, HeaderMatch Match, string Why)
{
    /// <summary>「共享方式/共享方式类型」, the way a header is named in sentences.</summary>
    public string Title => Group is null ? Text : $"{Group}/{Text}";
}

/// <summary>Where the header of a sheet is and what its columns seem to hold.</summary>
/// <param name="Kind">Entries, or the 信息项 of entries on another sheet.</param>
/// <param name="HeaderRows">One row, or a group row and the row below it; 0-based.</param>
/// <param name="FirstDataRow">0-based.</param>
/// <param name="Columns">Every column with a header or with data, in order.</param>
/// <param name="Fingerprint">The same for every workbook of this layout, so that a corrected mapping can be remembered.</param>
public sealed record HeaderLayout(SheetKind Kind, IReadOnlyList<int> HeaderRows, int FirstDataRow, IReadOnlyList<HeaderColumn> Columns, string Fingerprint)
{
    public ColumnMapping Mapping => new([.. Columns.Where(c => c.Field is not null).Select(c => new ColumnAssignment(c.Field!.Value, c.Index))]);

    /// <summary>Columns that are not read, each with its reason.</summary>
    public IEnumerable<HeaderColumn> Unmapped => Columns.Where(c => c.Field is null);

    /// <summary>Of these the columns that nobody has decided about: neither a person nor a known reason says that they are not read.</summary>
    public IEnumerable<HeaderColumn> Unrecognised => Unmapped.Where(c => c.Match == HeaderMatch.None);

    /// <summary>Whether it says nothing of an entry but which one it is and what items it has: beside a sheet of entries, a sheet of items.</summary>
    public bool IsOfItemsAlone => Find(CatalogueField.ItemName) is not null && Columns.All(c => c.Field is not { } known || known.IsOfItem() || known.NamesEntry());

    public HeaderColumn? Find(CatalogueField field) => Columns.FirstOrDefault(c => c.Field == field);

    /// <summary>The layout as a person mapped it. Columns that the mapping leaves out are not read.</summary>
    public HeaderLayout ApplyCorrection(ColumnMapping mapping)
    {
        var fields = mapping.Columns.ToLookup(a => a.Column, a => a.Field);
        return this with
        {
            Columns = [.. Columns.Select(c => !fields.Contains(c.Index)
                ? c.Field is null ? c : c with { Field = null, Match = HeaderMatch.Corrected, Why = "按您的指定不读取。" }
                : fields[c.Index].First() == c.Field ? c
                : c with { Field = fields[c.Index].First(), Match = HeaderMatch.Corrected, Why = $"按您的指定作为「{fields[c.Index].First().ChineseName()}」读入。" })],
        };
    }

    /// <summary>SHA-256 of the normalised headers in their columns; empty columns count, because a mapping is by position. A corrected workbook has that of the first.</summary>
    internal static string FingerprintOf(IReadOnlyList<HeaderColumn> columns)
    {
        var text = new StringBuilder();
        var next = 0;
        foreach (var column in columns.Where(c => c.Text.Length > 0 && c.Text != HeaderText.ProblemColumn).OrderBy(c => c.Index))
        {
            text.Append('\n', column.Index - next);
            text.Append(HeaderText.Normalise(column.Group)).Append('/').Append(HeaderText.Normalise(column.Text));
            next = column.Index;
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
