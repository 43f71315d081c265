using System.Text;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

/// <summary>How one spelling was read, as a line of the approved table.</summary>
internal sealed record VocabularyReading(string Result, string Remark, ParsedKind Kind)
{
    public static VocabularyReading Of<T>(Parsed<T> parsed) => parsed.Kind switch
    {
        ParsedKind.Blank => new("（空）", string.Empty, parsed.Kind),
        ParsedKind.Value => new(parsed.Value is Enum named ? named.ChineseName() : parsed.Value!.ToString()!, parsed.Note ?? string.Empty, parsed.Kind),
        _ => new("（不能识别）", parsed.Sentence!, parsed.Kind),
    };
}

/// <summary>Every spelling of the real listing and what it is read as. The table is reviewed by people; a change of a parser shows as a diff.</summary>
internal static class VocabularyTable
{
    private static readonly OpeningTypeParser Opening = new();

    public static readonly IReadOnlyDictionary<string, Func<string, VocabularyReading>> Readers = new Dictionary<string, Func<string, VocabularyReading>>
    {
        ["开放类型"] = text => VocabularyReading.Of(Opening.Parse(text)),
        ["更新周期"] = text => VocabularyReading.Of(UpdateFrequencyParser.Parse(text)),
        ["格式"] = text => VocabularyReading.Of(ResourceFormatParser.Parse(text)),
    };

    public static string ApprovedPath => Path.Combine(AppContext.BaseDirectory, "Domain", "Catalogue", "Import", "Vocabulary.approved.md");

    public static string Render(IReadOnlyDictionary<string, IEnumerable<string>> spellings)
    {
        var text = new StringBuilder("# 真实目录中的写法与读法\n");
        foreach (var (column, reader) in Readers)
        {
            text.Append("\n## ").Append(column).Append("\n\n| 写法 | 读作 | 说明 |\n| --- | --- | --- |\n");
            foreach (var spelling in spellings[column].Where(s => s.Length > 0).Order(StringComparer.Ordinal))
            {
                var reading = reader(spelling);
                text.Append("| `").Append(Escape(spelling)).Append("` | ").Append(reading.Result).Append(" | ").Append(Escape(reading.Remark)).Append(" |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The spellings of the approved table, so that it can be checked where the listing is absent.</summary>
    public static Dictionary<string, IEnumerable<string>> Spellings(string approved)
    {
        var spellings = Readers.Keys.ToDictionary(k => k, IEnumerable<string> (_) => new List<string>());
        var column = string.Empty;
        foreach (var line in approved.Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                column = line[3..];
            else if (line.StartsWith("| `", StringComparison.Ordinal))
                ((List<string>)spellings[column]).Add(Unescape(line[3..line.IndexOf("` | ", StringComparison.Ordinal)]));
        }

        return spellings;
    }

    private static string Escape(string text) => text.Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Unescape(string text) => text.Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\|", "|", StringComparison.Ordinal);
}
