using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DataBureau.Web.Components.Tables;

/// <summary>
/// What a list shows, as it stands in the address: search, page, order, columns and filters. Anything unreadable in an address
/// falls back to the default; nothing here throws.
/// </summary>
public sealed record ListQuery
{
    public const int DefaultPageSize = 20;
    public const int LargestPageSize = 200;
    private const int LargestPage = 1_000_000;
    private const int LongestText = 500;

    public static readonly IReadOnlyList<int> PageSizes = [20, 50, 100];

    /// <summary>Which of a page's lists it is; empty for the first. No narrowing: it survives a reset.</summary>
    public string Tab { get; init; } = "";

    public string Search { get; init; } = "";
    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>A column's sort key; empty for the list's own order. The service treats an unknown key as empty.</summary>
    public string Sort { get; init; } = "";

    public bool Desc { get; init; }

    /// <summary>Keys of the columns shown; empty for the default ones.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Filters { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public int Skip => (Page - 1) * PageSize;

    /// <summary>True when a search or a filter narrows the list.</summary>
    public bool IsNarrowed => Search.Length > 0 || Filters.Count > 0;

    public string Filter(string key) => Filters.GetValueOrDefault(key, "");

    /// <summary>With another filter the old page number means nothing.</summary>
    public ListQuery WithFilter(string key, string? value) => this with
    {
        Page = 1,
        Filters = Clean(value) is { Length: > 0 } text ? Filters.SetItem(key, text) : Filters.Remove(key),
    };

    public ListQuery WithSearch(string? text) => this with { Page = 1, Search = Clean(text) };

    /// <summary>First ascending, then descending, then the list's own order.</summary>
    public ListQuery WithSort(string key) => (Sort == key, Desc) switch
    {
        (false, _) => this with { Page = 1, Sort = key, Desc = false },
        (true, false) => this with { Page = 1, Desc = true },
        (true, true) => this with { Page = 1, Sort = "", Desc = false },
    };

    /// <summary>Back to everything, keeping how the list is laid out.</summary>
    public ListQuery Reset() => new() { Tab = Tab, PageSize = PageSize, Columns = Columns };

    /// <param name="address">A query string, with or without "?", or a whole address.</param>
    public static ListQuery Parse(string? address)
    {
        var query = new ListQuery();
        var text = (address ?? "").Split('#')[0];
        text = text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..];
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) continue;
            query = query.Take(Clean(Decode(pair[..equals])), Clean(Decode(pair[(equals + 1)..])));
        }
        return query.Sort.Length == 0 ? query with { Desc = false } : query;
    }

    private ListQuery Take(string key, string value) => (key, value) switch
    {
        ("", _) or (_, "") => this,
        ("tab", _) => this with { Tab = value },
        ("q", _) => this with { Search = value },
        ("page", _) => this with { Page = Number(value, 1, LargestPage, 1) },
        ("size", _) => this with { PageSize = Number(value, 1, LargestPageSize, DefaultPageSize) },
        ("sort", _) => this with { Sort = value },
        ("desc", _) => this with { Desc = value == "1" },
        ("cols", _) => this with { Columns = [.. value.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)] },
        _ => this with { Filters = Filters.SetItem(key, value) },
    };

    /// <summary>Begins with "?", or is empty when everything is at its default.</summary>
    public string ToQueryString()
    {
        var text = new StringBuilder();
        Add("tab", Tab);
        Add("q", Search);
        if (PageSize != DefaultPageSize) Add("size", PageSize.ToString(CultureInfo.InvariantCulture));
        Add("sort", Sort);
        if (Desc && Sort.Length > 0) Add("desc", "1");
        Add("cols", string.Join('.', Columns));
        foreach (var (key, value) in Filters) Add(key, value);
        if (Page > 1) Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return text.ToString();

        void Add(string key, string value)
        {
            if (value.Length == 0) return;
            text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    public bool Equals(ListQuery? other) => other is not null && ToQueryString() == other.ToQueryString();

    public override int GetHashCode() => ToQueryString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => ToQueryString();

    private static int Number(string text, int least, int most, int fallback) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? Math.Min(number, most) : fallback;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>Databases refuse NUL, and half a surrogate pair does not survive an address.</summary>
    private static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar) continue;
            if (clean.Length + rune.Utf16SequenceLength > LongestText) break;
            clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }
}
