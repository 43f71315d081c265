using DataBureau.Domain.Numbers;

namespace DataBureau.Tests.Domain.Numbers;

/// <summary>Which reserved numbers a case can be given, and what is said of those it cannot.</summary>
public sealed class NumberChoiceTests
{
    private static readonly Guid Office = Guid.NewGuid();

    private static readonly NumberChoice Choice = new(Office,
    [
        new(Guid.NewGuid(), "140000-GHBA-2026-0003", NumberState.Reserved, Office, "某市纸质备案"),
        new(Guid.NewGuid(), "140000-GHBA-2026-0004", NumberState.Voided, Office, "误留"),
        new(Guid.NewGuid(), "140000-GHBA-2026-0005", NumberState.Issued, Office, "某县纸质备案"),
        new(Guid.NewGuid(), "140000-GHBA-2026-0006", NumberState.Reserved, Guid.NewGuid(), "他单位预留"),
    ]);

    [Theory]
    [InlineData(null, null)]
    [InlineData("140000-GHBA-2026-0003", null)]
    [InlineData("140000-GHBA-2026-0004", "NotReserved")]
    [InlineData("140000-GHBA-2026-0005", "NotReserved")]
    [InlineData("140000-GHBA-2026-0006", "ReservedByAnother")]
    [InlineData("140000-GHBA-2025-0003", "NotOfTheSeries")]
    [InlineData("140000-SSFA-2026-0003", "NotOfTheSeries")]
    public void Check_OfANumber_RefusesWhatTheOfficeHasNotKeptBack(string? number, string? code) => Assert.Equal(code, Choice.Check(number)?.Code);

    [Fact]
    public void Free_OfTheOffice_AreItsOwnThatAreStillReserved() => Assert.Equal("140000-GHBA-2026-0003", Assert.Single(Choice.Free).Text);
}
