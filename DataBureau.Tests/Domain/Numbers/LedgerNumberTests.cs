using DataBureau.Domain.Numbers;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Numbers;

public sealed class LedgerNumberTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly Gen<LedgerNumber> Numbers =
        from region in Gen.ArrayOf(Gen.Choose('0', '9'), 6)
        from length in Gen.Choose(2, LedgerNumber.MatterLimit)
        from matter in Gen.ArrayOf(Gen.Choose('A', 'Z'), length)
        from year in Gen.Choose(1, 9999)
        from serial in Gen.OneOf(Gen.Choose(1, 9999), Gen.Choose(9990, 10010), Gen.Choose(1, int.MaxValue))
        select new LedgerNumber(Text(region), Text(matter), year, serial);

    [Theory]
    [InlineData(1, "140000-GHBA-2026-0001")]
    [InlineData(7, "140000-GHBA-2026-0007")]
    [InlineData(9999, "140000-GHBA-2026-9999")]
    [InlineData(10000, "140000-GHBA-2026-10000")]
    [InlineData(int.MaxValue, "140000-GHBA-2026-2147483647")]
    public void ToString_SerialsBelowAndBeyondFourDigits_GrowAndNeverWrap(int serial, string text) => Assert.Equal(text, new LedgerNumber("140000", "GHBA", 2026, serial).ToString());

    [Fact]
    public void TryParse_WhatWasWritten_IsReadBack() => Prop.ForAll(Numbers.ToArbitrary(), number =>
        LedgerNumber.TryParse(number.ToString(), out var read) && read == number && number.ToString().Length <= LedgerNumber.Limit).Check(Often);

    [Fact]
    public void ToString_OtherNumber_OtherText() => Prop.ForAll(Numbers.ToArbitrary(), Numbers.ToArbitrary(), (a, b) => (a == b) == (a.ToString() == b.ToString())).Check(Often);

    [Fact]
    public void TryParse_OneCharacterLost_IsAnotherNumberOrNone() => Prop.ForAll(Numbers.ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (number, at) =>
    {
        var text = number.ToString();
        var without = text.Remove(at % text.Length, 1);
        return !LedgerNumber.TryParse(without, out var read) || (read != number && read.ToString() == without);
    }).Check(Often);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("140000-GHBA-2026")]
    [InlineData("140000-GHBA-2026-007")]
    [InlineData("140000-GHBA-2026-0000")]
    [InlineData("140000-GHBA-2026-00007")]
    [InlineData("140000-GHBA-2026-+007")]
    [InlineData("140000-GHBA-2026-0007-1")]
    [InlineData("140000-GHBA-26-0007")]
    [InlineData("140000-GHBA-0000-0007")]
    [InlineData("14000-GHBA-2026-0007")]
    [InlineData("140000-ghba-2026-0007")]
    [InlineData("140000-G-2026-0007")]
    [InlineData("140000-GHBA-2026-０００７")]
    [InlineData(" 140000-GHBA-2026-0007")]
    [InlineData("140000-GHBA-2026-99999999999")]
    public void TryParse_NotANumberOfOurs_False(string? text) => Assert.False(LedgerNumber.TryParse(text, out _));

    private static string Text(int[] characters) => string.Concat(characters.Select(c => (char)c));
}
