using System.Linq.Expressions;

namespace DataBureau.Web.Data;

/// <summary>
/// Part of a text, its Latin letters in upper and lower case alike. The providers differ in what they take for the same letter,
/// so both sides are put in capitals: here the letters of ASCII only, which is what PostgreSQL's order of code points does.
/// </summary>
internal static class TextSearch
{
    /// <summary>The rows with the part in their text; all of them when nothing is looked for.</summary>
    public static IQueryable<T> Having<T>(this IQueryable<T> rows, Expression<Func<T, string>> text, string part)
    {
        if (part.Length == 0)
            return rows;
        var capitals = Capitals(part);
        // The database's UPPER: it takes no culture, and an overload that does is not translated.
#pragma warning disable CA1304, MA0011
        return rows.Where(text.Then(t => t.ToUpper().Contains(capitals)));
#pragma warning restore CA1304, MA0011
    }

    private static string Capitals(string text) => string.Create(text.Length, text, static (capitals, text) =>
    {
        for (var i = 0; i < text.Length; i++)
            capitals[i] = char.IsAsciiLetterLower(text[i]) ? (char)(text[i] - 'a' + 'A') : text[i];
    });
}
