using Bunit;
using DataBureau.Domain.Policy;
using DataBureau.Tests.Components;
using DataBureau.Web.Features.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Policies;

public sealed class PolicyListTests : IDisposable
{
    private readonly BunitContext _context = ShellContext.Create();

    public PolicyListTests() => _context.Services.AddSingleton(PolicyLibrary.Embedded);

    private NavigationManager Navigation => _context.Services.GetRequiredService<NavigationManager>();

    private IRenderedComponent<PolicyList> Open(string query)
    {
        Navigation.NavigateTo("/policies" + query);
        return _context.Render<PolicyList>();
    }

    [Fact]
    public void Render_LinkFromARefusal_TheProvisionInFullAndItsDocumentBelow()
    {
        var page = Open("?id=SXM-12-3");

        var card = page.Find("[aria-label=所引条款]").TextContent;
        Assert.Contains("第十二条第三款", card, StringComparison.Ordinal);
        Assert.Contains("晋政发〔2024〕14号", card, StringComparison.Ordinal);
        Assert.Contains("S02 受限理由与依据", card, StringComparison.Ordinal);
        Assert.Contains("山西省、太原市", card, StringComparison.Ordinal);
        Assert.All(page.FindAll("tbody td:first-child"), cell => Assert.Contains("山西省数据工作管理办法", cell.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Render_Document_SaysWhatItIsAndWhatReplacedIt()
    {
        var card = Open("?document=SXM").Find("[aria-label=文件信息]").TextContent;

        Assert.Contains("已替代", card, StringComparison.Ordinal);
        Assert.Contains("已由《山西省数据工作管理办法》（晋政发〔2024〕14号，2024-06-25 印发）取代", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_UnknownProvision_SaysSoAndListsEverything()
    {
        var page = Open("?id=AB-1");

        Assert.Contains("AB-1", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("tbody tr"));
    }

    [Fact]
    public void Render_NothingFound_OffersToClearTheFilter() =>
        Assert.Equal("清除全部条件", Open("?q=没有这样的条款").Find(".empty a").TextContent);

    [Fact]
    public void Filter_Changed_LeavesTheProvisionAndFollowsTheAddress()
    {
        var page = Open("?id=SXM-12-3");

        page.FindAll(".filter-bar select")[0].Change("TY");

        Assert.EndsWith("/policies?document=TY", Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-label=所引条款]"));
        Assert.Contains("太原市大数据发展促进条例", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_PageBeyondTheEnd_TheLastPage() => Assert.NotEmpty(Open("?document=TY&page=99").FindAll("tbody tr"));

    [Fact]
    public void Rules_Tab_OneColumnForEachJurisdiction()
    {
        var page = Open("?view=rules");

        Assert.Equal(["规则", "石家庄市", "山西省", "太原市", "福建省"], page.FindAll("thead th").Select(th => th.TextContent.Trim()));
        Assert.Contains("/policies?id=FJ-14-2", page.FindAll("tbody a").Select(a => a.GetAttribute("href")));
        Assert.Empty(page.FindAll("a[download]"));
    }

    [Fact]
    public void Dispose_ThenNavigate_DrawsNoMore()
    {
        var page = Open("");
        var renders = page.RenderCount;

        page.Instance.Dispose();
        Navigation.NavigateTo("/policies?document=TY");

        Assert.Equal(renders, page.RenderCount);
    }

    public void Dispose() => _context.Dispose();
}
