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
    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

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
