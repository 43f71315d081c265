using Bunit;
using DataBureau.Domain.Policy;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Help;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Tests.Features.Help;

/// <summary>The help says what the program does: its tables are the program's, its links lead somewhere.</summary>
[Trait("Category", "Service")]
public sealed class HelpTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    public static TheoryData<string> Areas => [.. HelpArea.All.Select(a => a.Key)];

    [Fact]
    public void Tables_EveryGateOfEveryStep_HasWordsAndEveryMechanismAName()
    {
        var steps = HelpArea.All.SelectMany(a => a.Tables).SelectMany(t => t.Steps).ToList();

        Assert.True(steps.Count > 150);
        Assert.All(steps, s => Assert.True(s.Roles.Count > 0, $"Nobody may {s.Act} in {s.From}."));
        Assert.All(steps.SelectMany(s => s.Mechanisms), m => Assert.NotEqual(m, Mechanisms.NameOf(m)));
        Assert.All(steps.SelectMany(s => s.Gates), g => Assert.DoesNotMatch("[A-Za-z]{3,}", g));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task Page_OfEveryArea_ShowsItsTablesWithTheReadersProvisions(string key)
    {
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var area = HelpArea.Find(key)!;

        var page = reviewer.Context.Render<HelpPage>(p => p.Add(x => x.Area, key));

        page.WaitForAssertion(() => Assert.Equal(area.Tables.Count, page.FindAll("svg[role=img]").Count));
        Assert.NotEmpty(page.FindAll(".help-text h2"));
        Assert.Equal(area.Tables.Sum(t => t.Steps.Count), page.FindAll(".help-steps tbody tr").Count);
        if (area.Tables.Count > 0)
            Assert.Contains("山西省", page.Find(".help-jurisdictions [aria-current]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OtherJurisdiction_CitesItsProvisions()
    {
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        reviewer.Navigation.NavigateTo("/help/plans?jurisdiction=130100");

        var page = reviewer.Context.Render<HelpPage>(p => p.Add(x => x.Area, "plans"));

        page.WaitForAssertion(() => Assert.Equal("石家庄市", page.Find(".help-jurisdictions [aria-current]").TextContent));
        Assert.DoesNotContain(page.FindAll(".help-steps .basis a"), a => a.GetAttribute("href")!.Contains("SXM", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OfTheAdministration_SaysOfTimeLimitsWhatTheirPageSays()
    {
        await using var admin = await PageContext.AsAsync(bureau, "sysadmin");

        var page = admin.Context.Render<HelpPage>(p => p.Add(x => x.Area, "administration"));

        page.WaitForAssertion(() => Assert.Contains("只对今后开始计时的事项生效，正在计时的期限不变", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_UnknownArea_SaysSo()
    {
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");

        var page = reviewer.Context.Render<HelpPage>(p => p.Add(x => x.Area, "nothing"));

        page.WaitForAssertion(() => Assert.Contains("没有这一页帮助", page.Markup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", "/help/start")]
    [InlineData("/catalogue/import/1", "/help/excel")]
    [InlineData("/catalogue/01a1f90d-79f2-7806-a9d2-09148b8853f4/edit", "/help/catalogue")]
    [InlineData("/admin/officer-scheme", "/help/officers")]
    [InlineData("/admin/users", "/help/administration")]
    [InlineData("/policies", "/help")]
    public void HrefFor_APage_IsTheNearestArea(string path, string href) => Assert.Equal(href, HelpArea.HrefFor(path));

    [Fact]
    public void Links_OfTheTexts_LeadToPagesOfTheProgram()
    {
        var routes = typeof(HelpArea).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false)).Cast<RouteAttribute>().Select(r => r.Template).ToHashSet(StringComparer.Ordinal);
        var links = Architecture.SourceTree.Files("DataBureau.Web/Features/Help/Areas", ".razor").SelectMany(f => System.Text.RegularExpressions.Regex.Matches(f.Text, "href=\"([^\"]+)\"")).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.Contains(l, routes));
        Assert.All(HelpArea.All.SelectMany(a => a.Pages), p => Assert.Contains(routes, r => r == p || r.StartsWith(p + "/", StringComparison.Ordinal)));
    }
}
