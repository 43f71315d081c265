using System.Globalization;
using DataBureau.Domain.Filings;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Filings;

public sealed class CaseTextTests
{
    [Theory]
    [InlineData("2026-03", "2026-03")]
    [InlineData("2026-3", "2026-03")]
    [InlineData("2026/03", "2026-03")]
    [InlineData("2026.3", "2026-03")]
    [InlineData("2026年3月", "2026-03")]
    [InlineData("２０２６－１２", "2026-12")]
    [InlineData("2026-13", null)]
    [InlineData("2026", null)]
    [InlineData("明年三月", null)]
    [InlineData("0001-01", null)]
    public void Month_Typed_IsReadOrNot(string typed, string? month) => Assert.Equal(month, CaseText.TryMonth(typed, out var read) ? CaseText.Month(read) : null);

    [Theory]
    [InlineData("1280.5", "1280.50")]
    [InlineData("1,280.50", "1280.50")]
    [InlineData("１２８０", "1280.00")]
    [InlineData("0", "0.00")]
    [InlineData("1280.505", null)]
    [InlineData("-1", null)]
    [InlineData("1280万", null)]
    [InlineData("1e3", null)]
    [InlineData("10000000", null)]
    public void Amount_Typed_IsReadOrNot(string typed, string? amount) => Assert.Equal(amount, CaseText.TryAmount(typed, out var read) ? CaseText.Amount(read) : null);

    [Fact]
    public void Amount_OfHundredths_ComesBackUnchanged() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), n =>
    {
        var amount = (uint)n % 999_999_999u / 100m;
        return CaseText.TryAmount(CaseText.Amount(amount)!, out var read) && read == amount;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Month_OfAnyYear_ComesBackUnchanged() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), n =>
    {
        var month = new DateOnly(1990, 1, 1).AddMonths((int)((uint)n % (111 * 12)));
        return CaseText.TryMonth(CaseText.Month(month)!, out var read) && read == month && CaseText.TryMonth(month.ToString("yyyy年M月", CultureInfo.InvariantCulture), out read) && read == month;
    }).QuickCheckThrowOnFailure();
}
