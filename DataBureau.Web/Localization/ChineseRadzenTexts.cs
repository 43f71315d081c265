using System.Collections.Frozen;
using System.Globalization;
using Radzen;

namespace DataBureau.Web.Localization;

/// <summary>The component library's own words in Chinese, read once from <c>radzen.zh-CN.txt</c>.</summary>
public sealed class ChineseRadzenTexts : ILocalizer
{
    private static readonly FrozenDictionary<string, string> Texts = Read();

    public string? Get(string key, CultureInfo culture) => Texts.GetValueOrDefault(key);

    private static FrozenDictionary<string, string> Read()
    {
        var name = typeof(ChineseRadzenTexts).Namespace + ".radzen.zh-CN.txt";
        using var stream = typeof(ChineseRadzenTexts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('=', 2) is [var key, var text] && !key.StartsWith('#')) texts.Add(key, text);
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
