using DataBureau.Tests.Files;
using DataBureau.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>A liaison hangs files on an entry, looks at them, takes one away again; a reviewer reads them.</summary>
[Collection(BrowserTests.Name)]
public sealed class AttachmentJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task Attachments_UploadPreviewDownloadRemove_AndTheReviewerReads()
    {
        var id = await server.EntryAsync(Contents.Complete("低保对象信息"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync($"/catalogue/{id}");
        await OpenTabAsync(liaison);
        Assert.Empty(await liaison.Page.ViolationsAsync());

        await liaison.Field("上传共享限制的依据文件").SetInputFilesAsync([Sheets.Payload("共享依据（盖章）.pdf", SampleFiles.Pdf("浏览器")), Sheets.Payload("盖章页.png", SampleFiles.Png)]);
        await liaison.ExpectStatusAsync("已上传「共享依据（盖章）.pdf」。 已上传「盖章页.png」。");
        await Expect(Row(liaison, "共享依据（盖章）.pdf")).ToBeVisibleAsync();
        await Expect(Tab(liaison)).ToHaveTextAsync("附件2");

        await PreviewAsync(liaison);
        await DownloadAsync(liaison);

        await liaison.Button("删除 盖章页.png").ClickAsync();
        await liaison.Button("取消").ClickAsync();
        await liaison.Button("删除 盖章页.png").ClickAsync();
        await Expect(liaison.Page.GetByText("「盖章页.png」将从材料中移除")).ToBeVisibleAsync();
        Assert.Empty(await liaison.Page.ViolationsAsync());
        await liaison.Button("确定删除").ClickAsync();
        await liaison.ExpectStatusAsync("已删除「盖章页.png」。");
        await Expect(Row(liaison, "盖章页.png")).ToHaveCountAsync(0);
        await Expect(Tab(liaison)).ToHaveTextAsync("附件1");
        Assert.Empty(await liaison.Page.ViolationsAsync());

        await liaison.Button("提交").ClickAsync();
        await liaison.ExpectStatusAsync("已提交「低保对象信息」");
        await Expect(liaison.Page.GetByText("当前状态是「部门审核」，附件不能增减。")).ToBeVisibleAsync();
        await Expect(liaison.Field("上传共享限制的依据文件")).ToHaveCountAsync(0);
        await liaison.Page.GetByRole(AriaRole.Tab, new() { Name = "历史" }).ClickAsync();
        await Expect(liaison.Page.Locator(".history")).ToContainTextAsync("删除附件");

        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync($"/catalogue/{id}");
        await OpenTabAsync(reviewer);
        await Expect(reviewer.Page.GetByText("附件由编制本目录的单位维护，您可以查看和下载。")).ToBeVisibleAsync();
        await Expect(reviewer.Button("删除 共享依据（盖章）.pdf")).ToHaveCountAsync(0);
        await reviewer.Button("预览 共享依据（盖章）.pdf").ClickAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await using var db = server.OpenDb();
        Assert.True(await db.Audit.AnyAsync(a => a.SubjectId == id.ToString() && a.Action == "attachment.PreviewFile"));
    }

    [BrowserFact]
    public async Task Upload_GoodAndBadTogether_TheGoodStayAndEachBadOneIsTold()
    {
        var id = await server.EntryAsync(Contents.Complete("特困人员信息"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        liaison.ExpectedErrors.Add("400");
        await liaison.OpenAsync($"/catalogue/{id}");
        await OpenTabAsync(liaison);

        await liaison.Field("上传其他材料").SetInputFilesAsync([
            Sheets.Payload("合同.pdf", SampleFiles.Exe), Sheets.Payload("说明.docx", SampleFiles.Docx), Sheets.Payload("空.pdf", []),
            Sheets.Payload("很大.pdf", new byte[(2 << 20) + 1]), Sheets.Payload("公文.ofd", SampleFiles.Ofd)]);

        await liaison.ExpectStatusAsync("已上传「说明.docx」。 已上传「公文.ofd」。");
        await liaison.ExpectAlertAsync("「合同.pdf」的内容是可执行程序，没有上传。");
        await liaison.ExpectAlertAsync("「空.pdf」是空文件（0 字节），没有上传。");
        await liaison.ExpectAlertAsync("「很大.pdf」超过 2 MB，没有上传。");
        await Expect(Row(liaison, "说明.docx")).ToBeVisibleAsync();
        await Expect(Row(liaison, "公文.ofd")).ToBeVisibleAsync();
        await Expect(liaison.Button("预览 说明.docx")).ToHaveCountAsync(0);
        Assert.Empty(await liaison.Page.ViolationsAsync());
    }

    private static async Task PreviewAsync(Person liaison)
    {
        var dialog = liaison.Page.GetByRole(AriaRole.Dialog);
        await liaison.Button("预览 盖章页.png").FocusAsync();
        await liaison.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("naturalWidth", 1);
        Assert.Empty(await liaison.Page.ViolationsAsync());
        await liaison.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(liaison.Button("预览 盖章页.png")).ToBeFocusedAsync();

        var answer = await liaison.Page.RunAndWaitForResponseAsync(() => liaison.Button("预览 共享依据（盖章）.pdf").ClickAsync(), r => r.Url.EndsWith("/preview", StringComparison.Ordinal));
        Assert.Equal((200, "application/pdf"), (answer.Status, answer.Headers["content-type"]));
        await Expect(dialog.Locator("iframe")).ToBeVisibleAsync();
        await liaison.Button("关闭").ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    private static async Task DownloadAsync(Person liaison)
    {
        var download = await liaison.Page.RunAndWaitForDownloadAsync(() => liaison.Link("下载 共享依据（盖章）.pdf").ClickAsync());
        Assert.Equal("共享依据（盖章）.pdf", download.SuggestedFilename);
        Assert.Equal(SampleFiles.Pdf("浏览器"), await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    private static Task OpenTabAsync(Person person) => Tab(person).ClickAsync();

    private static ILocator Tab(Person person) => person.Page.GetByRole(AriaRole.Tab, new() { Name = "附件" });

    private static ILocator Row(Person person, string file) => person.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = file });
}
