using Bunit;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.ChiefDataOfficers;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.ChiefDataOfficers.OfficerKit;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>Telephone numbers: masked, shown to those who may, and every look leaves a trace.</summary>
[Trait("Category", "Service")]
public sealed class OfficerPrivacyTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private const string Full = "13803511234";
    private const string Masked = "138****1234";

    private readonly OfficerKit _kit = new(bureau);

    [Theory]
    [InlineData("liaison.taiyuan", false)]
    [InlineData("leader.taiyuan", false)]
    [InlineData("reviewer.taiyuan", true)]
    public async Task List_AnyReader_Masked_AndOnlySomeMayLook(string who, bool may)
    {
        var view = await _kit.AtAsync(OfficerState.Appointed);

        var row = (await bureau.AsAsync<OfficerService, Page<OfficerRow>>(who, s => s.ListAsync(new OfficerFilter { PageSize = 200 }, default))).Rows.Single(r => r.Id == view.Id);
        Assert.Equal(Masked, row.Phone);
        Assert.Equal(may ? Full : null, await bureau.AsAsync<OfficerService, string?>(who, s => s.RevealPhoneAsync(view.Id)));
        await using var db = bureau.OpenDb();
        Assert.Equal(may ? 1 : 0, await db.Audit.CountAsync(a => a.Action == "chief-data-officer.RevealPhone" && a.SubjectId == view.Id.ToString()));
    }

    [Theory]
    [InlineData("leader.taiyuan", false, Masked, 0)]
    [InlineData("leader.taiyuan", true, Masked, 0)]
    [InlineData("reviewer.taiyuan", false, Masked, 0)]
    [InlineData("reviewer.taiyuan", true, Full, 1)]
    public async Task Export_Phones_OnlyAskedForAndPermitted(string who, bool phones, string shown, int audited)
    {
        var view = await _kit.AtAsync(OfficerState.Appointed);
        await using var db = bureau.OpenDb();
        var before = await db.Audit.CountAsync(a => a.Action == "chief-data-officer.ExportPhones");

        var rows = await bureau.AsAsync<OfficerService, List<OfficerRow>>(who, s => s.StreamAsync(new OfficerFilter { Phones = phones }, default).ToListAsync().AsTask());

        Assert.Equal(shown, rows.Single(r => r.Id == view.Id).Phone);
        Assert.Equal(before + audited, await db.Audit.CountAsync(a => a.Action == "chief-data-officer.ExportPhones"));
    }

    [Fact]
    public async Task Case_InFullOnlyForWhoFillsItIn()
    {
        var view = await _kit.AtAsync(OfficerState.Appointed);

        Assert.Equal(Full, (await bureau.AsAsync<OfficerService, OfficerDetailView?>(Liaison, s => s.FindAsync(view.Id, default)))!.Content.Phone);
        Assert.Equal(Masked, (await bureau.AsAsync<OfficerService, OfficerDetailView?>(Officer, s => s.FindAsync(view.Id, default)))!.Content.Phone);
        Assert.Equal(Masked, (await bureau.AsAsync<OfficerService, OfficerDetailView?>(Head, s => s.FindAsync(view.Id, default)))!.Content.Phone);
    }

    [Fact]
    public async Task Page_OfAnotherPerson_ShowsTheNumberMaskedAgain()
    {
        var (view, other) = (await _kit.AtAsync(OfficerState.Appointed), await _kit.AtAsync(OfficerState.Appointed));
        await using var officer = await PageContext.AsAsync(bureau, Officer);
        var page = officer.Context.Render<OfficerDetail>(p => p.Add(d => d.Id, view.Id));
        page.WaitForElement("[role=tabpanel]");
        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent == "显示号码").ClickAsync(new()));
        Assert.Contains(Full, page.Find("[role=tabpanel]").TextContent, StringComparison.Ordinal);

        foreach (var id in new[] { other.Id, view.Id })
        {
            page.Render(p => p.Add(d => d.Id, id));
            page.WaitForElement("[role=tabpanel]");
            Assert.DoesNotContain(Full, page.Markup, StringComparison.Ordinal);
            Assert.Contains(Masked, page.Find("[role=tabpanel]").TextContent, StringComparison.Ordinal);
        }
    }
}
