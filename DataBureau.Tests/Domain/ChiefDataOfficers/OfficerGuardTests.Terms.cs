using DataBureau.Domain.ChiefDataOfficers;
using static DataBureau.Tests.Domain.ChiefDataOfficers.OfficerCases;

namespace DataBureau.Tests.Domain.ChiefDataOfficers;

/// <summary>How a time in office is extended and ends.</summary>
public sealed partial class OfficerGuardTests
{
    [Theory]
    [InlineData("2026-11-20", "并民发〔2026〕90号", "2026-11-20", nameof(OfficerContent.TermEndsOn))]
    [InlineData("2026-12-01", "", "2026-11-20", nameof(OfficerContent.DocumentNumber))]
    [InlineData("2026-12-01", "并民发〔2026〕90号", "", nameof(OfficerContent.DocumentDate))]
    [InlineData("2026-12-01", "并民发〔2026〕90号", "2026-11-21", nameof(OfficerContent.DocumentDate))]
    [InlineData("2026-02-30", "并民发〔2026〕90号", "2026-11-20", nameof(OfficerContent.TermEndsOn))]
    public void Extend_SaidWrongly_RefusedAtTheField(string to, string number, string date, string field)
    {
        var refusal = In(OfficerState.Filed).Try(OfficerAction.Extend, Head, remarks: [new(nameof(OfficerContent.TermEndsOn), to), new(nameof(OfficerContent.DocumentNumber), number), new(nameof(OfficerContent.DocumentDate), date)]);

        Assert.Equal("OfficerExtension", refusal?.Code);
        Assert.Contains(refusal!.Details, d => d.Field == field);
    }

    [Fact]
    public void Extend_Said_TakesTheNewEndAndDocument()
    {
        var appointment = In(OfficerState.Filed);

        appointment.Do(OfficerAction.Extend, Head, [.. new OfficerExtension(new DateOnly(2028, 2, 29), "并民发〔2026〕90号", Today).ToRemarks()]);

        Assert.Equal((OfficerState.Filed, new DateOnly(2028, 2, 29), "并民发〔2026〕90号"), (appointment.State, appointment.Content.TermEndsOn, appointment.Content.DocumentNumber));
        Assert.Equal("OfficerTermNotOver", appointment.Try(OfficerAction.Expire, Liaison)?.Code);
    }

    [Theory]
    [InlineData("2026-11-21", "OfficerEnd")]
    [InlineData("2025-11-20", "OfficerEnd")]
    [InlineData("2025-11-21", null)]
    [InlineData("2026-11-20", null)]
    public void Remove_LastDay_WithinTheTimeInOffice(string day, string? code)
    {
        var appointment = In(OfficerState.Filed);

        Assert.Equal(code, appointment.Try(OfficerAction.Remove, Head, remarks: new OfficerRemoval(DateOnly.Parse(day, null), "并民免〔2026〕3号", Today).ToRemarks())?.Code);
        if (code is null)
            Assert.Equal(DateOnly.Parse(day, null), appointment.EndedOn);
    }

    [Fact]
    public void Remove_WithoutAReason_Refused() => Assert.Equal("CommentRequired", In(OfficerState.Filed).Try(OfficerAction.Remove, Head, comment: " ")?.Code);
}
