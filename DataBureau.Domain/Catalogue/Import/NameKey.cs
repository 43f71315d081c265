using System.Text;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// Names that differ only in width, spaces, case or punctuation have the same key, since such twins are the commonest
/// duplicates of a catalogue. A mark between two digits is kept as a dot: 「1.1」 and 「11」 are different numbers.
/// </summary>
public static class NameKey
{
    public static string Of(string? name)
    {
        var text = CellText.Key(name);
        var key = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsPunctuation(text[i]) && text[i] is not ('~' or '`' or '|'))
                key.Append(text[i]);
            else if (key.Length > 0 && char.IsAsciiDigit(key[^1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                key.Append('.');
        }

        // A name of nothing but marks is still a name.
        return key.Length > 0 ? key.ToString() : text;
    }
}
