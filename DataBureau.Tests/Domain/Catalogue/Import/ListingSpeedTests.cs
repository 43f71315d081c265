using System.Diagnostics;
using DataBureau.Domain.Catalogue.Import;
using Xunit.Abstractions;

namespace DataBureau.Tests.Domain.Catalogue.Import;

/// <summary>Measured while no other test of this assembly runs.</summary>
[CollectionDefinition(nameof(ListingSpeedTests), DisableParallelization = true)]
public sealed class ListingSpeedCollection;

[Collection(nameof(ListingSpeedTests))]
public sealed class ListingSpeedTests(ITestOutputHelper output)
{
    [ListingFact]
    public void Listing_FourVocabularies_AreReadWithin200Milliseconds()
    {
        string[][] columns = [[.. ListingCoverageTests.Cells("开放类型")], [.. ListingCoverageTests.Cells("更新周期")], [.. ListingCoverageTests.Cells("格式")], [.. ListingCoverageTests.Cells("更新时间")]];
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var opening = new OpeningTypeParser();
            var watch = Stopwatch.StartNew();
            foreach (var cell in columns[0])
                opening.Parse(cell);
            foreach (var cell in columns[1])
                UpdateFrequencyParser.Parse(cell);
            foreach (var cell in columns[2])
                ResourceFormatParser.Parse(cell);
            foreach (var cell in columns[3])
                DateParser.Parse(cell);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        output.WriteLine($"{best.TotalMilliseconds:F1} ms");
        Assert.True(best < TimeSpan.FromMilliseconds(200), $"{best.TotalMilliseconds:F1} ms");
    }
}
