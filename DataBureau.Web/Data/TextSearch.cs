using System.Linq.Expressions;

namespace DataBureau.Web.Data;

/// <summary>
/// Part of a text, its Latin letters in upper and lower case alike. The providers differ in what they take for the same letter,
/// so both sides are put in capitals: here the letters of ASCII only, which is what PostgreSQL's order of code points does. What
/// has no such letter is looked for as it stands: most lists are searched in Chinese, and capitals cost the database time.
/// </summary>
internal static class TextSearch
{
    /// <summary>The rows with the part in one of the texts; all of them when nothing is looked for.</summary>
    public static IQueryable<T> Having<T>(this IQueryable<T> rows, string? part, params IReadOnlyList<Expression<Func<T, string?>>> texts) =>
        string.IsNullOrWhiteSpace(part) ? rows : rows.Where(Predicates.Any(In(part.Trim(), texts)));

    /// <summary>The rows with the part in one of the texts, or that belong to what was found by it; all of them when nothing is looked for.</summary>
    public static IQueryable<T> HavingOr<T>(this IQueryable<T> rows, string? part, Expression<Func<T, bool>> belongs, params IReadOnlyList<Expression<Func<T, string?>>> texts) =>
        string.IsNullOrWhiteSpace(part) ? rows : rows.Where(Predicates.Any(In(part.Trim(), texts).Append(belongs)));

    private static IEnumerable<Expression<Func<T, bool>>> In<T>(string part, IReadOnlyList<Expression<Func<T, string?>>> texts)
    {
        if (!part.Any(char.IsAsciiLetter))
            return texts.Select(text => text.Then(t => t!.Contains(part)));
        var capitals = Capitals(part);
        // The database's UPPER: it takes no culture, and an overload that does is not translated.
#pragma warning disable CA1304, MA0011
        return texts.Select(text => text.Then(t => t!.ToUpper().Contains(capitals)));
#pragma warning restore CA1304, MA0011
    }

    private static string Capitals(string text) => string.Create(text.Length, text, static (capitals, text) =>
    {
        for (var i = 0; i < text.Length; i++)
            capitals[i] = char.IsAsciiLetterLower(text[i]) ? (char)(text[i] - 'a' + 'A') : text[i];
    });
}
