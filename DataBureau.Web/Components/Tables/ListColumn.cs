using System.Globalization;
using DataBureau.Domain;

namespace DataBureau.Web.Components.Tables;

public enum ColumnKind
{
    Text,
    Integer,
    Number,
    Date,
    DateTime,
    /// <summary>A word of a fixed vocabulary, usually drawn as a badge.</summary>
    State,
}

public enum ColumnAlign
{
    Start,
    Center,
    End,
}

/// <summary>One column of a list: the same declaration serves the page, the Excel export and the import template.</summary>
/// <param name="Key">Stable and short: it appears in addresses.</param>
/// <param name="Title">The heading, as in the regulations' forms.</param>
/// <param name="Value">The value itself, not its text: dates stay dates in Excel.</param>
public sealed record ListColumn<TRow>(string Key, string Title, Func<TRow, object?> Value)
{
    public ColumnKind Kind { get; init; }

    /// <summary>Pixels; a column without width shares what is left.</summary>
    public int? Width { get; init; }

    /// <summary>Null follows the kind: numbers right, everything else left.</summary>
    public ColumnAlign? Align { get; init; }

    /// <summary>What the service sorts by; null when the list cannot be sorted by this column.</summary>
    public string? SortKey { get; init; }

    /// <summary>Wraps to two lines instead of being cut after one.</summary>
    public bool Wrap { get; init; }

    public bool ShownByDefault { get; init; } = true;

    /// <summary>In the workbook even where the page does not show it: the page says it in words that no workbook can sort or reckon with.</summary>
    public bool ExportedByDefault { get; init; }

    /// <summary>Characters, as Excel measures; null follows the kind.</summary>
    public double? ExcelWidth { get; init; }

    public ColumnAlign EffectiveAlign => Align ?? (Kind is ColumnKind.Integer or ColumnKind.Number ? ColumnAlign.End : ColumnAlign.Start);

    public string Text(TRow row) => CellText.Of(Value(row), Kind);
}

/// <summary>How values read on a page. Instants are shown in Beijing time.</summary>
public static class CellText
{
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.CreateCustomTimeZone("Beijing", TimeSpan.FromHours(8), "北京时间", "北京时间");

    public static string Of(object? value, ColumnKind kind) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "是" : "否",
        Enum member => member.ChineseName(),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => OfTime(TimeZoneInfo.ConvertTime(instant, Beijing).DateTime, kind),
        DateTime { Kind: DateTimeKind.Utc } utc => OfTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Beijing), kind),
        DateTime time => OfTime(time, kind),
        IFormattable number when kind == ColumnKind.Integer => number.ToString("#,##0", CultureInfo.InvariantCulture),
        IFormattable number when kind == ColumnKind.Number => number.ToString("#,##0.##", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string OfTime(DateTime time, ColumnKind kind) =>
        time.ToString(kind == ColumnKind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
