using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DataBureau.Domain.Policy;

namespace DataBureau.Web.Features.Policies;

/// <summary>Words that must all be found in a provision. A number, "第12条" or "十二条第三款" means an article, not digits somewhere.</summary>
public sealed partial class ProvisionSearch
{
    private readonly IReadOnlyList<Func<Citation, bool>> _conditions;

    private ProvisionSearch(IReadOnlyList<Func<Citation, bool>> conditions) => _conditions = conditions;

    public static ProvisionSearch Parse(string text) =>
        // Full-width digits and letters count as their plain forms.
        new([.. text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Condition)]);

    public bool Matches(Citation citation) => _conditions.All(matches => matches(citation));

    private static Func<Citation, bool> Condition(string word)
    {
        if (Place(word) is { } place)
            return c => c.Place.StartsWith(place, StringComparison.Ordinal);
        var key = word.ToUpperInvariant();
        return c => Contains(c.Provision.Title) || Contains(c.Provision.Gist) || Contains(c.Pack.Title)
            || c.Id == key || c.Pack.Id == key || c.Provision.Mechanisms.Contains(key);

        bool Contains(string text) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"12", "12条", "第12条第3款", "十二条" → "第十二条…", as places are written; null for any other word.</summary>
    private static string? Place(string word)
    {
        var match = PlacePattern().Match(word);
        if (!match.Success || (match.Groups["end"].Length == 0 && !char.IsAsciiDigit(match.Groups["article"].ValueSpan[0])))
            return null;
        var paragraph = match.Groups["paragraph"];
        return $"第{Chinese(match.Groups["article"].Value)}条" + (paragraph.Success ? $"第{Chinese(paragraph.Value)}款" : string.Empty);
    }

    private static string Chinese(string number) =>
        char.IsAsciiDigit(number[0]) ? ChineseNumber.Of(int.Parse(number, CultureInfo.InvariantCulture)) : number;

    [GeneratedRegex(@"^第?(?<article>\d{1,3}|[一二三四五六七八九十百零]+)(?<end>条(第?(?<paragraph>\d{1,3}|[一二三四五六七八九十]+)款)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlacePattern();
}
