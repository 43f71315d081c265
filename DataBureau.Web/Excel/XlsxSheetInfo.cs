using System.Text;

namespace DataBureau.Web.Excel;

/// <summary>What the workbook part must know of a finished sheet; the header row is 0 when there is none.</summary>
internal sealed record XlsxSheetInfo(string Name, int HeaderRow, int LastRow, int Columns, bool Hidden)
{
    private const int MaxNameLength = 31;

    /// <summary>A name that Excel accepts and that no earlier sheet has.</summary>
    public static string UniqueName(string wanted, int part, IReadOnlyList<XlsxSheetInfo> earlier)
    {
        var clean = new StringBuilder(wanted.Length);
        foreach (var c in wanted) clean.Append(c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? ' ' : c);
        var name = clean.ToString().Trim().Trim('\'');
        if (name.Length == 0) name = "数据";
        for (; ; part++)
        {
            var suffix = part > 1 ? $"（{part}）" : "";
            var candidate = Shorten(name, MaxNameLength - suffix.Length) + suffix;
            if (!earlier.Any(sheet => string.Equals(sheet.Name, candidate, StringComparison.OrdinalIgnoreCase))) return candidate;
        }
    }

    private static string Shorten(string name, int length)
    {
        if (name.Length <= length) return name;
        return char.IsHighSurrogate(name[length - 1]) ? name[..(length - 1)] : name[..length];
    }
}
