using System.Globalization;
using System.Text;

namespace DataBureau.Web.Files;

/// <summary>The name of an uploaded file, made fit to be kept, shown and given back. Never used as a path.</summary>
internal static class AttachmentName
{
    public const int Limit = 200;

    private const string Nameless = "附件";

    /// <summary>Not allowed in names on the systems it will be saved to.</summary>
    private const string Reserved = "<>:\"|?*";

    /// <summary>Extensions are short; a long one is part of a sentence after a dot.</summary>
    private const int LongestExtension = 10;

    /// <summary>Without folders, control characters and marks that change the direction of reading; at most <see cref="Limit"/> long, with its extension.</summary>
    public static (string Name, bool Shortened) Clean(string raw)
    {
        var whole = new StringBuilder(raw.Length);
        foreach (var rune in raw.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                whole.Append(rune.Value < 128 && Reserved.Contains((char)rune.Value) ? "_" : rune.ToString());
        var path = whole.ToString().Normalize();
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..].Trim().TrimEnd('.', ' ');
        var dot = name.LastIndexOf('.');
        var (stem, extension) = dot >= 0 && name.Length - dot <= LongestExtension ? (name[..dot].Trim(), name[dot..]) : (name, string.Empty);
        if (stem.Length == 0)
            stem = Nameless;
        return stem.Length + extension.Length <= Limit ? (stem + extension, false) : (Cut(stem, Limit - extension.Length) + extension, true);
    }

    /// <summary>Not through the middle of a character, nor with a dot or space at its end.</summary>
    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd('.', ' ');
}
