using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Web.Features.Imports;

/// <summary>What the cells of a row are as the heading of a plain list: by the words they are known by, or as a person settled them.</summary>
/// <param name="columns">What the list may have.</param>
/// <param name="chosen">Settled for this file, by the fingerprint of the heading: columns from 0, and the key of each.</param>
/// <param name="remembered">Settled for earlier files, as JSON.</param>
internal sealed class ListHeading(IReadOnlyList<SheetColumn> columns, IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> chosen, IReadOnlyDictionary<string, string> remembered)
{
    private readonly Dictionary<string, SheetColumn> _known =
        columns.SelectMany(c => c.Titles.Select(t => (Key: KeyOf(t), Column: c))).DistinctBy(x => x.Key).ToDictionary(x => x.Key, x => x.Column, StringComparer.Ordinal);

    public IReadOnlyList<SheetColumn> Columns => columns;

    /// <summary>As far as the words are known.</summary>
    public IReadOnlyDictionary<int, string> Guess(IReadOnlyList<string> cells)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++)
            if (_known.TryGetValue(KeyOf(cells[i]), out var column))
                found.TryAdd(column.Key, i);
        return found.ToDictionary(f => f.Value, f => f.Key);
    }

    /// <summary>The heading when it names every column that must be there; otherwise null.</summary>
    public IReadOnlyDictionary<int, string>? Named(IReadOnlyList<string> cells) => Guess(cells) is var guess && Missing(guess).Count == 0 ? guess : null;

    /// <summary>The heading as somebody settled it, for this file or for an earlier one.</summary>
    public IReadOnlyDictionary<int, string>? Settled(IReadOnlyList<string> cells)
    {
        if (chosen.Count + remembered.Count == 0)
            return null;
        var fingerprint = FingerprintOf(cells);
        var settled = chosen.GetValueOrDefault(fingerprint) ?? (remembered.TryGetValue(fingerprint, out var json) ? JsonSerializer.Deserialize<Dictionary<int, string>>(json) : null);
        return settled is { Count: > 0 } ? settled : null;
    }

    /// <summary>The titles of the columns that must be there and are not.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyDictionary<int, string> mapping) => [.. columns.Where(c => c.Required && !mapping.Values.Contains(c.Key)).Select(c => c.Title)];

    /// <summary>The same for every file of this list with these headers in this order.</summary>
    public string FingerprintOf(IReadOnlyList<string> cells)
    {
        var titles = cells.Where(c => c != HeaderText.ProblemColumn).Select(HeaderText.Normalise);
        var text = $"list\n{string.Join(',', columns.Select(c => c.Key))}\n{string.Join('\n', titles).TrimEnd('\n')}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string KeyOf(string title) => NameKey.Of(title.Replace("（必填）", string.Empty, StringComparison.Ordinal).Replace("(必填)", string.Empty, StringComparison.Ordinal));
}
