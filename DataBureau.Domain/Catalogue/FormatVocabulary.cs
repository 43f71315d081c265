using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Domain.Catalogue;

/// <summary>What can be chosen as 信息资源格式: the table by which the import reads formats.</summary>
public static class FormatVocabulary
{
    /// <summary>A type that the table does not list.</summary>
    public const string OtherType = "其他";

    private static readonly Dictionary<FormatCategory, IReadOnlyList<string>> Types = Enum.GetValues<FormatCategory>().ToDictionary(c => c, c => (IReadOnlyList<string>)[.. FormatTypes.TypesOf(c), .. c == FormatCategory.Other ? (string[])[] : [OtherType]]);

    /// <summary>The types of a category.</summary>
    public static IReadOnlyList<string> TypesOf(FormatCategory category) => Types[category];
}
