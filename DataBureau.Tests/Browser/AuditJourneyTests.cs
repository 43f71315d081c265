using DataBureau.Web.Features.Audit.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>The audit as the auditor opens it: what happened, and when somebody last made sure that it is so.</summary>
[Collection(BrowserTests.Name)]
public sealed class AuditJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task Act_InAnOpenPage_AuditHasTheAddressLikeTheSignIn()
    {
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/chief-data-officers/indicators");
        await reviewer.Button("新建").ClickAsync();
        await reviewer.Button("建立").ClickAsync();
        await Expect(reviewer.Heading).ToContainTextAsync("第 1 版");

        await using var db = server.OpenDb();
        var act = await db.Audit.AsNoTracking().SingleAsync(a => a.Action == "indicator-set.Create");
        var signIn = await db.Audit.AsNoTracking().Where(a => a.UserId == act.UserId && a.Id < act.Id && a.Address != null).OrderByDescending(a => a.Id).FirstAsync();
        Assert.NotNull(act.Address);
        Assert.Equal(signIn.Address, act.Address);
    }

    [BrowserFact]
    public async Task List_BeforeAndAfterAVerification_SaysWhenItWasAndFindsItsRow()
    {
        await using var auditor = await Person.SignInAsync(server, "auditadmin");
        await auditor.OpenAsync("/audit");
        await Expect(auditor.Page.GetByText("上次校验：还没有校验过。")).ToBeVisibleAsync();
        Assert.Empty(await auditor.Page.ViolationsAsync());
        var key = await server.AsAsync<SealKey, byte[]?>("auditadmin", s => Task.FromResult(s.Read()));

        var verdict = await server.AsAsync<AuditVerification, AuditVerdict>("auditadmin", s => s.RunAsync(key!, null, default));

        Assert.Null(verdict.Finding);
        await auditor.OpenAsync("/audit?group=audit");
        await Expect(auditor.Page.GetByText("上次校验：20")).ToContainTextAsync("通过，");
        await Expect(auditor.Page.GetByRole(AriaRole.Table, new() { Name = "审计" }).GetByText("校验封存")).ToBeVisibleAsync();
        Assert.Empty(await auditor.Page.ViolationsAsync());
    }
}
