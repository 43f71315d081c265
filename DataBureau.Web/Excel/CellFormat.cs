using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace DataBureau.Web.Excel;

/// <summary>
/// As much of an Excel number format as changes what a number means: a date, a time, a percentage, or a code padded with zeros.
/// Grouping and decimal places do not, and are not followed.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct CellFormat(CellFormat.Meaning Kind, int Digits = 0)
{
    internal enum Meaning
    {
        Plain,
        Date,
        Time,
        Percent,
        /// <summary>A format of zeros alone: 00123 stored as 123.</summary>
        Padded,
    }

    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private const double MaxSerial = 2_958_466;

    /// <summary>Excel's built-in formats, among them the Chinese dates 27–36 and 50–58.</summary>
    public static CellFormat FromBuiltIn(int id) => id switch
    {
        >= 18 and <= 21 or 32 or 33 or 45 or 46 or 47 or 55 or 56 => new(Meaning.Time),
        14 or 15 or 16 or 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58 => new(Meaning.Date),
        9 or 10 => new(Meaning.Percent),
        _ => default,
    };

    public static CellFormat Parse(string code)
    {
        var first = Decoration().Replace(code, "").Split(';')[0].Trim();
        if (first.Length == 0 || first.Equals("General", StringComparison.OrdinalIgnoreCase)) return default;
        if (first.EndsWith('%')) return new(Meaning.Percent);
        if (first.Length > 1 && first.All(c => c == '0')) return new(Meaning.Padded, first.Length);
        if (first.AsSpan().IndexOfAny("yYdD") >= 0) return new(Meaning.Date);
        if (first.AsSpan().IndexOfAny("hHsS") >= 0) return new(Meaning.Time);
        return first.AsSpan().IndexOfAny("mM") >= 0 ? new(Meaning.Date) : default;
    }

    public CellValue ToCell(double value, bool from1904 = false)
    {
        if (Kind == Meaning.Time && value is >= 0 and < 10_000) return TimeText(TimeSpan.FromSeconds(Math.Round(value * 86_400)));
        if (Kind is Meaning.Date or Meaning.Time && value is >= 0 and < MaxSerial)
        {
            var serial = from1904 ? value + 1462 : value < 60 ? value + 1 : value; // Excel's 29 February 1900
            if (serial < MaxSerial) return DateText(Epoch.AddSeconds(Math.Round(serial * 86_400)));
        }
        return NumberText(value);
    }

    public static CellValue DateText(DateTime value) =>
        new(CellKind.Date, value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    public static CellValue TimeText(TimeSpan value) =>
        new(CellKind.Text, string.Create(CultureInfo.InvariantCulture, $"{(int)value.TotalHours:00}:{value.Minutes:00}:{value.Seconds:00}"));

    private CellValue NumberText(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) return new(CellKind.Error, "#NUM!");
        if (Math.Abs(value) >= 1e15)
            return new(CellKind.Number, Math.Abs(value) < 7e28 ? ((decimal)value).ToString("0", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture), CellFlags.PrecisionLost);
        if (Kind == Meaning.Percent) return new(CellKind.Number, Plain((decimal)value * 100) + "%");
        if (Kind == Meaning.Padded && value >= 0 && Math.Floor(value) == value)
            return new(CellKind.Number, ((long)value).ToString("D" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        return new(CellKind.Number, Plain((decimal)value)); // the conversion keeps the fifteen digits Excel shows
    }

    private static string Plain(decimal value) => value.ToString("0.#############################", CultureInfo.InvariantCulture);

    /// <summary>Quoted text, escaped characters, padding, and bracketed colours and locales; but not [h], an elapsed time.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+\\])[^\\]]*\\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decoration();
}
