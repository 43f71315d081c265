using Bunit;
using DataBureau.Tests.Browser;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed class ImportPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Import_NothingUploaded_NeitherCheckNorImport()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");

        var page = Show(liaison, null);

        Assert.All(page.FindAll(".row button"), b => Assert.True(b.HasAttribute("disabled")));
        Assert.Contains("山西省民政厅", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("登记未知的单位", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WithoutTheRight_SaysWhoMay()
    {
        await using var leader = await PageContext.AsAsync(bureau, "leader");

        Assert.Contains("您没有导入目录的权限", Show(leader, null).Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FileNamedInTheAddress_IsCheckedAndEveryProblemHasItsPlace()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, await UploadAsync("目录.xlsx", Sheets.Row("导入甲"), Sheets.Row("导入乙", frequency: "看情况")));

        await page.InvokeAsync(() => Button(page, "检查").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("1 行有问题", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["目录", "3", "K", "更新周期", "看情况"], page.FindAll("[aria-label=问题清单] tbody td").Take(5).Select(d => d.TextContent));
        Assert.Contains(page.FindAll("label.check"), l => l.TextContent.Trim() == "只导入没有问题的 1 行");
    }

    [Fact]
    public async Task Import_ColumnsNotUnderstood_AreNamedAndTheMappingIsOpenWithWhatTheyHold()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, await UploadAsync("目录.csv", "信息资源名称,信息资源摘要,神秘一栏,序号,神秘二栏\n导入戊,摘要。,,1,乙值\n导入己,摘要。,甲值,2,丙值\n"u8.ToArray()));

        await page.InvokeAsync(() => Button(page, "检查").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("有 2 栏没有读取：「神秘一栏」、「神秘二栏」", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.True(page.Find("details.mapping").HasAttribute("open"));
        Assert.Equal(["导入戊", "摘要。", "甲值", "1", "乙值"], page.FindAll("details.mapping tbody tr").Select(r => r.Children[2].TextContent));
    }

    [Fact]
    public async Task Import_EveryColumnUnderstood_SaysSoAndTheMappingIsClosed()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, await UploadAsync("目录.csv", "信息资源名称,内容简介,更新频次,序号\n导入庚,摘要。,每月,1\n"u8.ToArray()));

        await page.InvokeAsync(() => Button(page, "检查").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("没有发现问题，可以导入", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.False(page.Find("details.mapping").HasAttribute("open"));
    }

    [Fact]
    public async Task Import_NoGoodRow_OffersNoGoodRows()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, await UploadAsync("目录.xlsx", Sheets.Row("导入丙", frequency: "看情况")));

        await page.InvokeAsync(() => Button(page, "检查").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("下载标注问题的工作簿", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("只导入没有问题的", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Twice_SecondTimeChangesNothingAndSaysSo()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, await UploadAsync("目录.xlsx", Sheets.Row("导入丁")));

        await page.InvokeAsync(() => Button(page, "导入").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("新增 1 条", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => Button(page, "导入").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("没有需要导入的变化", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_HeaderInOwnWords_IsAskedForAndKnownTheNextTime()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, await UploadAsync("家底.csv", OwnWords("导入辛")));

        await page.InvokeAsync(() => Button(page, "检查").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("请在下面的「栏目对应」中选出表头行", page.Find(".banner[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.True(page.Find("details.mapping").HasAttribute("open"));
        Assert.True(page.Find("[aria-label='第 2 行是表头']").HasAttribute("checked"));
        await page.InvokeAsync(() => page.Find("[aria-label='第 3 行是表头']").Change("on"));
        Assert.Equal(["导入辛", "区划处", "每月"], Titles(page));
        await page.InvokeAsync(() => page.Find("[aria-label='第 2 行是表头']").Change("on"));
        Assert.Equal(["数据叫啥", "哪个处管", "几时更新"], Titles(page));

        await page.InvokeAsync(() => Button(page, "按此读取").ClickAsync(new()));
        Assert.Contains("请指定哪一列是信息资源名称", page.Find("details.mapping [role=alert]").TextContent, StringComparison.Ordinal);
        foreach (var (title, field) in new[] { ("数据叫啥", "Name"), ("哪个处管", "ProviderUnit"), ("几时更新", "UpdateFrequency") })
            await page.InvokeAsync(() => page.Find($"select[aria-label='{title} 对应栏目']").Change(field));
        await page.InvokeAsync(() => Button(page, "按此读取").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("没有发现问题，可以导入", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => Button(page, "导入").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("新增 1 条", page.Find("[role=status]").TextContent, StringComparison.Ordinal));

        await using var again = await PageContext.AsAsync(bureau, "liaison");
        var next = Show(again, await UploadAsync("家底.csv", OwnWords("导入壬")));
        await next.InvokeAsync(() => Button(next, "检查").ClickAsync(new()));
        next.WaitForAssertion(() => Assert.Contains("已沿用上次的对应关系", next.Find("details.mapping").TextContent, StringComparison.Ordinal));
        Assert.Contains("没有发现问题，可以导入", next.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WrongRowTakenForTheHeader_CanBeChanged()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, await UploadAsync("目录.csv", "信息资源名称,信息资源摘要\n真名,真摘要\n导入癸,癸的摘要。\n"u8.ToArray()));
        await page.InvokeAsync(() => Button(page, "检查").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Equal("2", page.Find("dl.figures dd").TextContent));

        await page.InvokeAsync(() => Button(page, "表头行不对，重新指定").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("[aria-label='第 2 行是表头']").Change("on"));
        foreach (var (title, field) in new[] { ("真名", "Name"), ("真摘要", "Abstract") })
            await page.InvokeAsync(() => page.Find($"select[aria-label='{title} 对应栏目']").Change(field));
        await page.InvokeAsync(() => Button(page, "按此读取").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal("1", page.Find("dl.figures dd").TextContent));
        Assert.Contains("第 2 行：识别 2 栏", page.Find("details.mapping summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_LongValueWithAProblem_IsCutAndWholeOnHover()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var name = new string('长', 300);
        var page = Show(liaison, await UploadAsync("目录.xlsx", Sheets.Row(name), Sheets.Row("导入子", frequency: "看情况")));

        await page.InvokeAsync(() => Button(page, "检查").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[aria-label=问题清单] tbody tr").Count));
        Assert.Equal(name, page.Find("[aria-label=问题清单] details.clip summary").GetAttribute("title"));
        Assert.Single(page.FindAll("[aria-label=问题清单] details.clip"));
    }

    [Fact]
    public async Task Import_Page_SaysWhatABlankCellMeans()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");

        Assert.Contains("空单元格保留已有的内容，不会清空", Show(liaison, null).Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Titles(IRenderedComponent<ImportPage> page) => page.FindAll("details.mapping > .plain-table tbody tr").Select(r => r.Children[1].TextContent);

    private static byte[] OwnWords(string name) => System.Text.Encoding.UTF8.GetBytes($"本单位数据家底,,\n数据叫啥,哪个处管,几时更新\n{name},区划处,每月\n");

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ImportPage> page, string name) => page.FindAll("button").Single(b => b.TextContent == name);

    private static IRenderedComponent<ImportPage> Show(PageContext person, Guid? file)
    {
        person.Context.Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        person.Navigation.NavigateTo("/catalogue/import" + (file is null ? null : $"?file={file}"));
        var page = person.Context.Render<ImportPage>();
        page.WaitForState(() => page.Markup.Contains(file is null ? "<strong>山西省" : "已上传", StringComparison.Ordinal) || page.Markup.Contains("没有导入目录的权限", StringComparison.Ordinal));
        return page;
    }

    private async Task<Guid> UploadAsync(string name, params string?[][] rows) => await UploadAsync(name, (await Sheets.FileAsync(name, rows)).Buffer);

    private async Task<Guid> UploadAsync(string name, byte[] content)
    {
        var (session, refusal) = await bureau.AsAsync<ImportSessions, (ImportSession?, ImportRefusal?)>("liaison", s => s.UploadAsync(ImportRequest.Kind, new MemoryStream(content), name, content.Length, default));
        Assert.Null(refusal);
        return session!.Id;
    }
}
