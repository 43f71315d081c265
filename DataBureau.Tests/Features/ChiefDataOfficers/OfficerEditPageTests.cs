using AngleSharp.Dom;
using Bunit;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.ChiefDataOfficers;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>The form of a nomination: what was typed belongs to the post it was typed for.</summary>
[Trait("Category", "Service")]
public sealed class OfficerEditPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly OfficerKit _kit = new(bureau);

    [Fact]
    public async Task New_ForAnotherPost_HalfTypedWaitsForItsOwn()
    {
        var unit = await _kit.UnitAsync();
        var own = $"/chief-data-officers/new?unit={unit}&post={DataPost.ChiefDataOfficer}";
        await using (var liaison = await PageContext.AsAsync(bureau, OfficerKit.Liaison))
        {
            var page = Show(liaison, own);
            await page.InvokeAsync(() => Input(page, "姓名").Input("写到一"));
            await liaison.Context.DisposeComponentsAsync();
        }

        await using var other = await PageContext.AsAsync(bureau, OfficerKit.Liaison);
        var deputy = Show(other, $"/chief-data-officers/new?unit={unit}&post={DataPost.Deputy}");
        Assert.Null(Input(deputy, "姓名").GetAttribute("value"));
        Assert.Equal(nameof(DataPost.Deputy), Input(deputy, "岗位").GetAttribute("value"));

        await using var again = await PageContext.AsAsync(bureau, OfficerKit.Liaison);
        Assert.Equal("写到一", Input(Show(again, own), "姓名").GetAttribute("value"));
    }

    [Fact]
    public async Task New_WithoutAPost_RefusedAtTheFieldAndNothingTypedIsLost()
    {
        await _kit.UnitAsync();
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, "/chief-data-officers/new");
        await page.InvokeAsync(() => Input(page, "姓名").Input("张三"));

        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent == "保存").ClickAsync(new()));

        Assert.Contains("请选择单位和岗位后再提名。", page.Find(".banner[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", Input(page, "岗位").GetAttribute("aria-invalid"));
        Assert.Equal("张三", Input(page, "姓名").GetAttribute("value"));
    }

    private static IRenderedComponent<OfficerEdit> Show(PageContext person, string address)
    {
        person.Navigation.NavigateTo(address);
        var page = person.Context.Render<OfficerEdit>();
        page.WaitForElement("[aria-label=任职人员]");
        return page;
    }

    private static IElement Input(IRenderedComponent<OfficerEdit> page, string label) => page.Find("#" + page.FindAll("label").Single(l => l.TextContent == label).GetAttribute("for"));
}
