using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue;

public sealed class FormatVocabularyTests
{
    /// <summary>What can be chosen is what the import reads: a chosen format comes back as itself.</summary>
    [Fact]
    public void Types_OfEveryCategory_AreReadBackAsChosen()
    {
        foreach (var category in Enum.GetValues<FormatCategory>())
        {
            Assert.Equal(FormatVocabulary.TypesOf(category).Distinct(StringComparer.Ordinal), FormatVocabulary.TypesOf(category));
            foreach (var type in FormatVocabulary.TypesOf(category))
                Assert.Equal([new FormatPart(category, type)], ResourceFormatParser.Parse($"{category.ChineseName()}:{type}").Value.Parts);
        }

        Assert.Contains("xlsx", FormatVocabulary.TypesOf(FormatCategory.Spreadsheet));
        Assert.Contains(FormatVocabulary.OtherType, FormatVocabulary.TypesOf(FormatCategory.Stream));
    }
}
