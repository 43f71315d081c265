using DataBureau.Domain.ChiefDataOfficers;
using static DataBureau.Tests.Domain.ChiefDataOfficers.OfficerCases;

namespace DataBureau.Tests.Domain.ChiefDataOfficers;

/// <summary>A removal has its document, and the office that holds the filing takes note of it.</summary>
public sealed class OfficerRemovalTests
{
    [Theory]
    [InlineData("", "2026-11-20", OfficerFields.RemovalNumber)]
    [InlineData("并民免〔2026〕3号", "", OfficerFields.RemovalDate)]
    [InlineData("并民免〔2026〕3号", "2026-11-21", OfficerFields.RemovalDate)]
    [InlineData("并民免〔2026〕3号", "2025-11-20", OfficerFields.RemovalDate)]
    public void Remove_DocumentSaidWrongly_RefusedAtTheField(string number, string date, string field)
    {
        var refusal = In(OfficerState.Filed).Try(OfficerAction.Remove, Head, remarks: [new(OfficerFields.RemovalNumber, number), new(OfficerFields.RemovalDate, date)]);

        Assert.Equal(("OfficerRemoval", field), (refusal?.Code, refusal?.Details.Single().Field));
    }

    [Fact]
    public void Remove_Filed_IsTakenNoteOfByTheOfficeOnce()
    {
        var appointment = In(OfficerState.Filed);
        appointment.Do(OfficerAction.Remove, Head);
        Assert.Equal(("并民免〔2026〕3号", Today, true), (appointment.RemovalNumber, appointment.RemovalDate, appointment.RemovalToNote));

        Assert.Equal("NotPermitted", appointment.Try(OfficerAction.TakeNote, Liaison)?.Code);
        appointment.Do(OfficerAction.TakeNote, Officer);

        Assert.False(appointment.RemovalToNote);
        Assert.Equal("OfficerNothingToNote", appointment.Try(OfficerAction.TakeNote, Officer)?.Code);
    }

    [Fact]
    public void Remove_NeverFiled_LeavesNothingToNote()
    {
        var appointment = In(OfficerState.Appointed);
        appointment.Do(OfficerAction.Remove, Head);

        Assert.False(appointment.RemovalToNote);
    }
}
