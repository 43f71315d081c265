using DataBureau.Domain.Policy;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Policy;

public sealed class ChineseNumberTests
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(72, "七十二")]
    [InlineData(100, "一百")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(115, "一百一十五")]
    [InlineData(999, "九百九十九")]
    public void Of_Number_IsWrittenAsInStatutes(int number, string words) => Assert.Equal(words, ChineseNumber.Of(number));

    [Fact]
    public void Of_OneTo999_IsReadBackAsTheSameNumber() =>
        Prop.ForAll(Gen.Choose(1, 999).ToArbitrary(), n => Read(ChineseNumber.Of(n)) == n).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Of_OneTo999_AreAllDifferent() => Assert.Equal(999, Enumerable.Range(1, 999).Select(ChineseNumber.Of).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void Of_BeyondItsRange_Throws(int number) => Assert.Throws<ArgumentOutOfRangeException>(() => ChineseNumber.Of(number));

    /// <summary>Reads digit by digit, knowing nothing of how the words are made.</summary>
    private static int Read(string words)
    {
        var (sum, digit) = (0, 0);
        foreach (var c in words)
        {
            switch (c)
            {
                case '百':
                    (sum, digit) = (sum + digit * 100, 0);
                    break;
                case '十':
                    (sum, digit) = (sum + (digit == 0 ? 10 : digit * 10), 0);
                    break;
                default:
                    digit = "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
                    break;
            }
        }

        return sum + digit;
    }
}
