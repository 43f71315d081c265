using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Forms;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>What was typed and not sent.</summary>
public sealed partial class CatalogueDetailPageTests
{
    [Fact]
    public async Task Detail_LeftWithWordsNotSent_TheyAreThereAgainAndGoOutWithTheAct()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("写到一半的目录"), CatalogueAction.Submit);
        await using (var head = await PageContext.AsAsync(bureau, "head"))
        {
            var left = Show(head, entry.Id);
            await left.InvokeAsync(() => left.Find("textarea").Input("口径不清"));
            await left.InvokeAsync(() => left.Find("[aria-label='批注 信息资源摘要']").Click());
            left.WaitForElement("[aria-label='信息资源摘要的批注']");
            await left.InvokeAsync(() => left.Find("[aria-label='信息资源摘要的批注']").Input("写明统计范围"));
            await head.Context.DisposeComponentsAsync();
        }

        await using var again = await PageContext.AsAsync(bureau, "head");
        var page = Show(again, entry.Id);
        Assert.Equal("口径不清", page.Find("textarea").GetAttribute("value"));
        Assert.Equal("写明统计范围", page.Find("[aria-label='信息资源摘要的批注']").GetAttribute("value"));
        Assert.Contains("尚未发出的意见和批注", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "退回").ClickAsync(new()));

        var returned = (await bureau.AsAsync<CatalogueService, CatalogueDetailView?>("liaison", s => s.FindAsync(entry.Id, default)))!;
        Assert.Equal(("口径不清", "写明统计范围"), (returned.History[^1].Comment, returned.OpenRemarks.Single().Text));
        Assert.Null(await bureau.AsAsync<EditBuffers, EditBuffer?>("head", b => b.FindAsync($"opinion/{entry.Id}", default)));
    }

    [Fact]
    public async Task Detail_WordsOfSomebodyWhoHasNoPlaceForThemNow_DoNotGoOut()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("意见不外带"));
        await bureau.AsAsync<EditBuffers, DateTimeOffset?>("liaison", b => b.SaveAsync($"opinion/{entry.Id}", entry.Version, "{\"Comment\":\"以前写的\"}"));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, entry.Id);
        Assert.Empty(page.FindAll("textarea"));

        await page.InvokeAsync(() => Button(page, "提交").ClickAsync(new()));

        Assert.Null((await bureau.AsAsync<CatalogueService, CatalogueDetailView?>("liaison", s => s.FindAsync(entry.Id, default)))!.History[^1].Comment);
    }

    [Fact]
    public async Task Detail_RestoredWordsGivenUp_AreGone()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("放弃的意见"), CatalogueAction.Submit);
        await bureau.AsAsync<EditBuffers, DateTimeOffset?>("head", b => b.SaveAsync($"opinion/{entry.Id}", entry.Version - 1, "{\"Comment\":\"以前写的\",\"Remarks\":{\"Abstract\":\"改写\"}}"));
        await using var head = await PageContext.AsAsync(bureau, "head");
        var page = Show(head, entry.Id);
        Assert.Contains("此后本件有变动", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => Button(page, "放弃恢复的意见").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-label='信息资源摘要的批注'][value]")));
        Assert.True(string.IsNullOrEmpty(page.Find("textarea").GetAttribute("value")));
        Assert.Null(await bureau.AsAsync<EditBuffers, EditBuffer?>("head", b => b.FindAsync($"opinion/{entry.Id}", default)));
    }
}
