using DataBureau.Domain.Numbers;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Numbers;

public sealed class SerialGapsTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void Find_AnySerials_RangesAreExactlyWhatIsMissing() => Prop.ForAll(Gen.ListOf(Gen.Choose(1, 60)).ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), (serials, last) =>
    {
        var present = serials.Distinct().Order().ToList();
        var end = Math.Max(last, present.LastOrDefault());
        var missing = SerialGaps.Find(present, last).SelectMany(r => Enumerable.Range(r.First, r.Count));
        return missing.SequenceEqual(Enumerable.Range(1, end).Except(present));
    }).Check(Often);

    [Fact]
    public void Find_NeighbouringSerials_AreOneRangeInWords() =>
        Assert.Equal(["0001", "0003", "0007至0009"], SerialGaps.Find([2, 4, 5, 6], 9).Select(r => r.ToString()));

    [Fact]
    public void Find_NothingTaken_EverythingIsMissing()
    {
        Assert.Empty(SerialGaps.Find([], 0));
        Assert.Equal(new SerialRange(1, 3), Assert.Single(SerialGaps.Find([], 3)));
    }
}
