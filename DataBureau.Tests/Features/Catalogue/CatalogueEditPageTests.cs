using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed class CatalogueEditPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Edit_UnreadableInput_SaysSoAtTheFieldsAndSavesNothing()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison.fujian");
        var page = Show(liaison, null);
        await page.InvokeAsync(() => Input(page, "信息资源名称").Input("看不懂的目录"));
        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent.EndsWith("添加信息项", StringComparison.Ordinal)).Click());
        page.WaitForElement("[aria-label='第1项 名称']");
        await page.InvokeAsync(() => page.Find("[aria-label='第1项 名称']").Input("机构名称"));
        await page.InvokeAsync(() => page.Find("[aria-label='第1项 长度']").Change("很长"));

        await SaveAsync(page);

        Assert.Contains("还没有保存", page.Find(".banner[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("「很长」不是整数", page.Find("[aria-label=信息项] [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("localhost/", liaison.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_FormatTypedBeforeThatIsNone_StaysInSightUntilAnotherIsChosen()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("格式未定"));
        var typed = CatalogueForm.Of(entry.Content);
        typed[nameof(CatalogueContent.Format)] = "随便什么";
        await bureau.AsAsync<EditBuffers, DateTimeOffset?>("liaison", b => b.SaveAsync($"catalogue/{entry.Id}", entry.Version, System.Text.Json.JsonSerializer.Serialize(typed)));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, entry.Id);

        Assert.Contains("随便什么（不能识别）", Category(page).TextContent, StringComparison.Ordinal);
        await SaveAsync(page);
        Assert.Equal("true", Category(page).GetAttribute("aria-invalid"));
        Assert.Contains("「随便什么」", page.Find("#" + Category(page).GetAttribute("aria-describedby")!.Split(' ')[^1]).TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => Category(page).Change(nameof(FormatCategory.Image)));
        await SaveAsync(page);
        page.WaitForAssertion(() => Assert.EndsWith("?saved=1", liaison.Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("图形图像", await FormatAsync(entry.Id));
    }

    [Fact]
    public async Task Edit_FormatChosen_TypesFollowTheCategoryAndSeveralAreKept()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("格式可选") with { Format = new([new(FormatCategory.Other, "mapgis")]) });
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, entry.Id);
        Assert.Equal("mapgis", Type(page, 1).GetAttribute("value"));
        Assert.Contains("mapgis（不在格式表中）", Type(page, 1).TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent.EndsWith("添加格式", StringComparison.Ordinal)).Click());
        await page.InvokeAsync(() => Category(page, 2).Change(nameof(FormatCategory.Database)));
        await page.InvokeAsync(() => Type(page, 2).Change("mysql"));
        await page.InvokeAsync(() => Category(page, 2).Change(nameof(FormatCategory.Spreadsheet)));
        Assert.DoesNotContain("mysql", Type(page, 2).TextContent, StringComparison.Ordinal);
        Assert.Equal("", Type(page, 2).GetAttribute("value"));
        await page.InvokeAsync(() => Type(page, 2).Change("xlsx"));
        await SaveAsync(page);

        page.WaitForAssertion(() => Assert.EndsWith("?saved=1", liaison.Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("其他:mapgis、电子表格:xlsx", await FormatAsync(entry.Id));
    }

    [Fact]
    public async Task Edit_NoName_RefusedAtTheField()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison.taiyuan");
        var page = Show(liaison, null);

        await SaveAsync(page);

        page.WaitForElement(".banner[role=alert]");
        Assert.Equal("true", Input(page, "信息资源名称").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Edit_MoreCodesThanAreKept_RefusedAtTheField()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("关联得太多的目录"));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, entry.Id);
        await page.InvokeAsync(() => Input(page, "关联资源代码").Input(string.Join('、', Enumerable.Range(0, 500).Select(n => $"其他:类型甲乙{n}"))));

        await SaveAsync(page);

        page.WaitForElement(".banner[role=alert]");
        Assert.Equal("true", Input(page, "关联资源代码").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Edit_MoreFormatsThanAreKept_RefusedAtTheField()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("格式太多的目录"));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, entry.Id);
        var formats = page.FindComponent<CatalogueFormatInput>().Instance;
        await page.InvokeAsync(() => formats.ValueChanged.InvokeAsync(string.Join('、', Enumerable.Range(0, 100).Select(n => $"其他:类型甲乙{n}"))));

        await SaveAsync(page);

        page.WaitForElement(".banner[role=alert]");
        Assert.Equal("true", page.FindAll("select[aria-invalid]")[0].GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Edit_CodesThatExcelDamaged_SaysSoAtTheField()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("代码坏了的目录"));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, entry.Id);
        await page.InvokeAsync(() => Input(page, "关联资源代码").Input("2.02115E+17"));

        await SaveAsync(page);

        Assert.Equal("true", Input(page, "关联资源代码").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Edit_ChoiceMade_AsksForWhatFollowsFromIt()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, null);
        Assert.DoesNotContain("共享受限依据", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => Input(page, "共享类型").Change(nameof(SharingAttribute.NotShared)));

        Assert.Equal("true", Input(page, "共享受限依据").GetAttribute("aria-required"));
        Assert.DoesNotContain(page.FindAll("label"), l => l.TextContent == "共享方式");
    }

    [Fact]
    public async Task Edit_LeftAtOnce_TypedTextIsKeptForNextTime()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("离开即存"));
        await using (var liaison = await PageContext.AsAsync(bureau, "liaison"))
        {
            var page = Show(liaison, entry.Id);
            await page.InvokeAsync(() => Input(page, "主题领域").Input("民政地名"));
            await liaison.Context.DisposeComponentsAsync();
        }

        await using var again = await PageContext.AsAsync(bureau, "liaison");
        var next = Show(again, entry.Id);
        Assert.Equal("民政地名", Input(next, "主题领域").GetAttribute("value"));
        Assert.Contains("已恢复您", next.Find(".banner[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_SavedElsewhere_ShowsBothAndTheSecondSaveWins()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("两人同改"));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, entry.Id);
        await page.InvokeAsync(() => Input(page, "信息资源摘要").Input("我的说法"));
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.SaveAsync(entry.Id, entry.Version, entry.Content with { Abstract = "他们的说法" }));

        await SaveAsync(page);
        page.WaitForAssertion(() => Assert.Equal(["他们的说法", "我的说法"], page.FindAll(".diff td").Select(d => d.TextContent)));
        await SaveAsync(page);

        page.WaitForAssertion(() => Assert.EndsWith($"/catalogue/{entry.Id}?saved=1", liaison.Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("我的说法", (await bureau.AsAsync<CatalogueService, CatalogueDetailView?>("liaison", s => s.FindAsync(entry.Id, default)))!.Content.Abstract);
        Assert.Null(await bureau.AsAsync<EditBuffers, EditBuffer?>("liaison", b => b.FindAsync($"catalogue/{entry.Id}", default)));
    }

    [Fact]
    public async Task Edit_Returned_RemarkStandsAtTheField()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("退回待改"), CatalogueAction.Submit, CatalogueAction.Return);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");

        var page = Show(liaison, entry.Id);

        var described = Input(page, "信息资源摘要").GetAttribute("aria-describedby")!.Split(' ').Select(id => page.Find("#" + id).TextContent);
        Assert.Contains(described, text => text.Contains("批注：写明统计范围", StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_NamedByTheAddress_WhatWasTypedBeforeComesFirst()
    {
        await using (var liaison = await PageContext.AsAsync(bureau, "liaison.shijiazhuang"))
        {
            liaison.Navigation.NavigateTo("/catalogue/new?name=低保对象");
            var page = Show(liaison, null);
            Assert.Equal("低保对象", Input(page, "信息资源名称").GetAttribute("value"));
            await page.InvokeAsync(() => Input(page, "信息资源名称").Input("写到一半"));
            await liaison.Context.DisposeComponentsAsync();
        }

        await using var again = await PageContext.AsAsync(bureau, "liaison.shijiazhuang");
        again.Navigation.NavigateTo("/catalogue/new?name=低保对象");
        var next = Show(again, null);
        Assert.Equal("写到一半", Input(next, "信息资源名称").GetAttribute("value"));
        await next.InvokeAsync(() => next.FindAll("button").Single(b => b.TextContent == "放弃恢复的内容").ClickAsync(new()));
        Assert.Null(Input(next, "信息资源名称").GetAttribute("value"));
    }

    [Fact]
    public async Task Edit_NotEditable_SaysSo()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("已送审"), CatalogueAction.Submit);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");

        var page = liaison.Context.Render<CatalogueEdit>(p => p.Add(e => e.Id, entry.Id));

        page.WaitForAssertion(() => Assert.Equal("没有找到可以编辑的目录", page.Find("h1").TextContent));
    }

    private async Task<string?> FormatAsync(Guid id) => (await bureau.AsAsync<CatalogueService, CatalogueDetailView?>("liaison", s => s.FindAsync(id, default)))!.Content.Format?.ToString();

    private static AngleSharp.Dom.IElement Category(IRenderedComponent<CatalogueEdit> page, int number = 1) => page.Find($"[aria-label='第{number}种格式 分类']");

    private static AngleSharp.Dom.IElement Type(IRenderedComponent<CatalogueEdit> page, int number) => page.Find($"[aria-label='第{number}种格式 类型']");

    private static IRenderedComponent<CatalogueEdit> Show(PageContext person, Guid? id)
    {
        var page = person.Context.Render<CatalogueEdit>(p => p.Add(e => e.Id, id));
        page.WaitForElement("[aria-label=信息项]");
        return page;
    }

    private static AngleSharp.Dom.IElement Input(IRenderedComponent<CatalogueEdit> page, string label) =>
        page.Find("#" + page.FindAll("label").Single(l => l.TextContent == label).GetAttribute("for"));

    private static Task SaveAsync(IRenderedComponent<CatalogueEdit> page) => page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent == "保存").ClickAsync(new()));
}
