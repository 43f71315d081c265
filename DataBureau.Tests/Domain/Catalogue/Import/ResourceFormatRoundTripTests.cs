using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class ResourceFormatRoundTripTests
{
    /// <summary>What a list exports is what it was imported from: the text of a format reads back as the format.</summary>
    [Fact]
    public void Format_EverySpellingOfTheListing_TextReadsBack()
    {
        var table = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Domain", "Catalogue", "Import", "Vocabulary.approved.md"));
        var spellings = table.Where(l => l.StartsWith('|')).Select(l => l.Split('|')[1].Trim().Trim('`')).ToList();
        Assert.NotEmpty(spellings);
        foreach (var parsed in spellings.Select(s => ResourceFormatParser.Parse(s)).Where(p => p.HasValue))
        {
            var text = parsed.Value.ToString();
            Assert.Equal(text, Text(ResourceFormatParser.Parse(text)));
            Assert.Equal(text, Text(ResourceFormatParser.Parse(text, null)));
            Assert.Equal(text, Text(ResourceFormatParser.Parse(null, text)));
        }
    }

    private static string Text(Parsed<DataBureau.Domain.Catalogue.ResourceFormat> parsed) => parsed.HasValue ? parsed.Value.ToString() : "unread: " + parsed;
}
