using System.IO.Compression;
using System.Text.RegularExpressions;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>An export that takes a while: its progress is seen, it can be stopped, and the browser, not the page, holds the file.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class LongExportTests(BureauServer server, ITestOutputHelper output) : IClassFixture<BureauServer>
{
    private const int Entries = 200_000;

    [BrowserFact]
    public async Task Export_OfManyRows_ShowsProgressIsCancelledAndThenDownloadsWhole()
    {
        if (TestDatabases.OnSqlServer)
            return;
        await FillAsync();
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/catalogue");
        var line = reviewer.Region("导出「公共数据目录」");

        var cancelled = await reviewer.Page.RunAndWaitForDownloadAsync(() => reviewer.Link("导出 Excel").ClickAsync());
        var first = await RowsAsync(line, 0);
        var second = await RowsAsync(line, first);
        await Expect(line).ToContainTextAsync("共 200,000 行");
        // At once: what is looked at meanwhile, the export does not wait for.
        await line.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
        await Expect(line).ToContainTextAsync("已取消");
        Assert.Empty(await reviewer.Page.ViolationsAsync());

        Assert.NotNull(await cancelled.FailureAsync());
        var stopped = await LastAsync();
        output.WriteLine($"Seen: {first:#,##0}, then {second:#,##0} rows of {Entries:#,##0}. Audit: {stopped.Summary}");
        Assert.Matches("^导出「公共数据目录」已取消，已写出 \\d+ 行$", stopped.Summary);
        Assert.InRange(int.Parse(Rows().Match(stopped.Summary).Value, System.Globalization.CultureInfo.InvariantCulture), second, Entries - 1);

        await line.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();
        await Expect(line).ToHaveCountAsync(0);
        var whole = await reviewer.Page.RunAndWaitForDownloadAsync(() => reviewer.Link("导出 Excel").ClickAsync());
        await RowsAsync(line, 0);
        // Looked for from here on: what is said at the end goes again after a while.
        var said = Expect(line).ToContainTextAsync("已导出 200,000 行", new() { Timeout = 300_000 });
        Assert.Empty(await reviewer.Page.ViolationsAsync());
        var path = await whole.PathAsync();
        await said;

        Assert.Null(await whole.FailureAsync());
        Assert.Equal(Entries + 1, await CountAsync(path));
        var ended = await LastAsync();
        output.WriteLine($"{new FileInfo(path).Length / 1024.0 / 1024.0:0.0} MB. Audit: {ended.Summary}");
        Assert.Equal("导出「公共数据目录」完成，共 200000 行", ended.Summary);
    }

    [BrowserFact]
    public async Task Export_OfAFewRows_ShowsNothing()
    {
        await using var administrator = await Person.SignInAsync(server, "sysadmin");
        await administrator.OpenAsync("/admin/organisations");
        // The page asks soon after the click how far it is; here it is told when all is over, however slow the machine.
        var over = new TaskCompletionSource();
        await administrator.Page.RouteAsync("**/exports/runs/*", async route =>
        {
            await over.Task;
            await route.ContinueAsync();
        });
        var told = administrator.Page.WaitForResponseAsync("**/exports/runs/*");

        await administrator.DownloadAsync("导出 Excel");
        over.SetResult();

        Assert.Contains("\"finished\":true", await (await told).TextAsync(), StringComparison.Ordinal);
        await Task.Delay(500);
        await Expect(administrator.Page.Locator(".export-run")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("\\d+")]
    private static partial Regex Rows();

    /// <summary>Waits until more rows are said to be written than before.</summary>
    private static async Task<int> RowsAsync(ILocator line, int before)
    {
        for (var i = 0; i < 600; i++)
        {
            var text = string.Concat(await line.AllInnerTextsAsync());
            if (Regex.Match(text, "已导出 ([\\d,]+) 行 / 共") is { Success: true } said && int.Parse(said.Groups[1].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture) is var rows && rows > before)
                return rows;
            await Task.Delay(50);
        }

        throw new InvalidOperationException($"The progress never went beyond {before} rows.");
    }

    private static async Task<int> CountAsync(string path)
    {
        await using var file = File.OpenRead(path);
        await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null);
        using var reader = new StreamReader(await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        return Regex.Count(await reader.ReadToEndAsync(), "<row[ >]");
    }

    private async Task<AuditRow> LastAsync()
    {
        for (var i = 0; ; i++)
        {
            await using var db = server.OpenDb();
            var last = await db.Audit.Where(a => a.Action == "export.catalogue").OrderByDescending(a => a.Id).FirstAsync();
            if (last.After!.Contains("\"rows\":", StringComparison.Ordinal) || i == 100)
                return last;
            await Task.Delay(100);
        }
    }

    /// <summary>One entry, copied within the database under many names.</summary>
    private async Task FillAsync()
    {
        await server.EntryAsync(Contents.Complete("批量目录"));
        await using var db = server.OpenDb();
        var columns = await db.Database.SqlQuery<string>($"SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_name = 'catalogue_entries'").ToListAsync();
        var values = columns.Select(c => c switch
        {
            "Id" or "LineageId" => "gen_random_uuid()",
            "NameKey" or "Name" => "'批量目录' || n",
            _ => $"\"{c}\"",
        });
        var sql = $"INSERT INTO catalogue_entries ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM catalogue_entries, generate_series(2, {Entries}) AS n";
        db.Database.SetCommandTimeout(300);
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
