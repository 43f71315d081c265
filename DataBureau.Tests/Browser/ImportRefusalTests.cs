using System.Text;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Shared;
using DataBureau.Web.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>Files that are not what they should be: each gets a sentence, and the page goes on working.</summary>
[Collection(BrowserTests.Name)]
public sealed class ImportRefusalTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task Import_UnusableFiles_EachIsRefusedInWordsAndTheNextIsRead()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/catalogue/import");
        foreach (var (file, sentence) in await BadFilesAsync())
        {
            await UploadAsync(liaison, file);
            await liaison.Button("检查").ClickAsync();
            await liaison.ExpectAlertAsync(sentence);
            await liaison.Button("导入").ClickAsync();
            await liaison.ExpectAlertAsync(sentence);
        }

        // Nothing reaches the server, or it is refused there; the file before stays.
        liaison.ExpectedErrors.Add("400");
        await liaison.Field("选择文件").SetInputFilesAsync(Sheets.Payload("空.xlsx", []));
        await liaison.ExpectAlertAsync("文件是空的，没有内容可以导入。");

        await UploadAsync(liaison, await Sheets.FileAsync("目录.xlsx", Sheets.Row("地名信息")));
        await liaison.Button("检查").ClickAsync();
        await liaison.ExpectStatusAsync("没有发现问题，可以导入");
        await Expect(liaison.Alert).ToHaveCountAsync(0);
        await using var db = server.OpenDb();
        Assert.Equal(0, await db.CatalogueEntries.CountAsync(e => e.Content.Name == "地名信息"));
    }

    [BrowserFact]
    public async Task Import_GoodRowsOnly_TheRestComesBackMarked()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/catalogue/import");
        await UploadAsync(liaison, await Sheets.FileAsync("目录.xlsx", Sheets.Row("甲类目录"), Sheets.Row("乙类目录", frequency: "看情况")));
        await liaison.Button("导入").ClickAsync();
        await liaison.ExpectAlertAsync("没有导入任何内容");

        var marked = await Workbooks.RowsAsync(await liaison.DownloadAsync("下载标注问题的工作簿"));
        Assert.Contains(marked.SelectMany(r => r.Texts()), t => t.Contains("看不出多久更新一次", StringComparison.Ordinal));
        await liaison.Field("只导入没有问题的 1 行").CheckAsync();
        await liaison.Button("导入").ClickAsync();
        await liaison.ExpectStatusAsync("导入完成：新增 1 条，更新 0 条，没有变化 0 条，未导入 1 行。");
    }

    private static async Task UploadAsync(Person liaison, FilePayload file)
    {
        await liaison.Field("选择文件").SetInputFilesAsync(file);
        await Expect(liaison.Page.GetByText($"已上传：{file.Name}")).ToBeVisibleAsync();
    }

    private static async Task<List<(FilePayload File, string Sentence)>> BadFilesAsync()
    {
        var wages = new XlsxTable<string?[]>("工资", [XlsxColumn<string?[]>.Text("姓名", 20, r => r[0]), XlsxColumn<string?[]>.Text("实发", 20, r => r[1])]);
        List<(FilePayload, string)> files =
        [
            (Sheets.Payload("工资表.xlsx", await Workbooks.WriteAsync(wages, [["赵某", "1"], ["钱某", "2"]])), "没有找到"),
            (await Sheets.FileAsync("只有表头.xlsx"), "没有"),
            (Sheets.Payload("加密.xlsx", WorkbookRefusalTests.Compound("Root Entry", "EncryptionInfo", "EncryptedPackage")), "密码"),
            (Sheets.Payload("炸弹.xlsx", Workbooks.Package("", extra: new Dictionary<string, byte[]> { ["xl/sharedStrings.xml"] = new byte[64 << 20] })), "炸弹.xlsx"),
            (Sheets.Payload("改名.xlsx", Encoding.UTF8.GetBytes("信息资源名称,信息资源摘要\n甲,乙\n")), ".csv"),
            (Sheets.Payload("照片.xlsx", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46]), "照片.xlsx"),
        ];
        if (SharedDataFactAttribute.Folder is not null)
            files.Add((Sheets.Payload("resource-templet.xls", await File.ReadAllBytesAsync(SharedDataFactAttribute.PathOf("templates", "resource-templet.xls"))), "没有"));
        return files;
    }
}
