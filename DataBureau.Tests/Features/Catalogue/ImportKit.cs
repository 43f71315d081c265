using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Tests.Shared;
using DataBureau.Web.Commands;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>Files made by the test and taken in by the real service, as one of the demo people.</summary>
internal sealed class ImportKit(BureauFixture bureau)
{
    public const string Header = "信息资源名称,信息资源代码,信息资源提供方,信息资源摘要,信息资源格式分类,信息资源格式类型,信息项名称,共享类型,开放类型,更新周期";

    private static int _serial;

    /// <summary>A name that no other test has used.</summary>
    public static string Name(string stem = "导入目录") => $"{stem}{Interlocked.Increment(ref _serial).ToString(CultureInfo.InvariantCulture)}号";

    /// <summary>A row that is complete in Shanxi.</summary>
    public static string Row(string name, string code = "", string provider = "", string summary = "按月汇总的业务数据。", string sharing = "无条件共享", string frequency = "每月", string opening = "开放") =>
        $"{name},{code},{provider},{summary},数据库,mysql,编号,{sharing},{opening},{frequency}";

    public static string Csv(params IEnumerable<string> rows) => Save(".csv", path => File.WriteAllText(path, string.Join('\n', rows.Prepend(Header)) + "\n", new UTF8Encoding(true)));

    public static string Xlsx(Action<XLWorkbook> fill) => Save(".xlsx", path =>
    {
        using var workbook = new XLWorkbook();
        fill(workbook);
        workbook.SaveAs(path);
    });

    public static void Fill(IXLWorksheet sheet, params string?[][] rows)
    {
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < rows[r].Length; c++)
                if (rows[r][c] is { } text)
                    sheet.Cell(r + 1, c + 1).SetValue(text).SetDataType(XLDataType.Text);
    }

    public async Task<Guid> OrganisationAsync(string name)
    {
        await using var db = bureau.OpenDb();
        return await db.Organisations.Where(o => o.Name == name).Select(o => o.Id).SingleAsync();
    }

    public async Task<ImportRequest> RequestAsync(string path, string organisation = "山西省民政厅") => new(path, Path.GetFileName(path), await OrganisationAsync(organisation));

    /// <summary>The request with a mapping settled for the header of its sheet of entries.</summary>
    public async Task<ImportRequest> MappedAsync(string path, ColumnMapping mapping)
    {
        var request = await RequestAsync(path);
        return request with { Choices = ImportChoices.None.With(new(Assert.Single(Report(await RunAsync(request, "liaison", null)).Layouts).Layout!.Fingerprint, mapping)) };
    }

    public async Task<ImportReport> CheckAsync(string path, string who = "liaison", string organisation = "山西省民政厅") => Report(await RunAsync(await RequestAsync(path, organisation), who, null));

    public async Task<ImportReport> ImportAsync(string path, string who = "liaison", string organisation = "山西省民政厅", ImportAcceptance accept = ImportAcceptance.All) =>
        Report(await RunAsync(await RequestAsync(path, organisation), who, accept));

    /// <param name="accept">Null only checks.</param>
    public Task<(ImportReport? Report, ImportRefusal? Refusal)> RunAsync(ImportRequest request, string who, ImportAcceptance? accept, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        bureau.AsAsync<ImportService, (ImportReport?, ImportRefusal?)>(who, s => accept is { } a ? s.ImportAsync(request, a, progress, cancellationToken) : s.CheckAsync(request, progress, cancellationToken));

    /// <summary>Runs the command "import" and gives what it prints.</summary>
    public async Task<(int Code, string Said)> CommandAsync(params string[] words)
    {
        await using var scope = bureau.Services.CreateAsyncScope();
        using var said = new StringWriter();
        return (await ImportCommand.RunAsync(scope.ServiceProvider, CommandLine.Parse(["import", .. words]), said, default), said.ToString());
    }

    public static ImportReport Report((ImportReport? Report, ImportRefusal? Refusal) answer)
    {
        Assert.Null(answer.Refusal?.Sentence);
        Assert.Equal(answer.Report!.Counts.Rows, answer.Report.Counts.Imported + answer.Report.Counts.Updated + answer.Report.Counts.Unchanged + answer.Report.Counts.Rejected);
        return answer.Report;
    }

    /// <summary>How many rows each table has that an import may write to.</summary>
    public async Task<(int Entries, int History, int Audit, int Packages, int Organisations, int Layouts)> CountAsync()
    {
        await using var db = bureau.OpenDb();
        return (await db.CatalogueEntries.CountAsync(), await db.History.CountAsync(), await db.Audit.CountAsync(), await db.ReviewPackages.CountAsync(), await db.Organisations.CountAsync(), await db.ImportLayouts.CountAsync());
    }

    public async Task<IReadOnlyList<CatalogueEntry>> EntriesAsync(string name)
    {
        await using var db = bureau.OpenDb();
        return await db.CatalogueEntries.AsNoTracking().Where(e => e.Content.Name == name).OrderBy(e => e.Revision).ToListAsync();
    }

    public async Task<CatalogueEntry> EntryAsync(string name) => Assert.Single(await EntriesAsync(name));

    public async Task<IReadOnlyList<string>> HistoryAsync(Guid entry)
    {
        await using var db = bureau.OpenDb();
        return await db.History.AsNoTracking().Where(h => h.CaseId == entry).OrderBy(h => h.CaseVersion).Select(h => h.Action).ToListAsync();
    }

    public async Task ActAsync(Guid entry, params (string Who, CatalogueAction Action)[] acts)
    {
        foreach (var (who, action) in acts)
        {
            await using var db = bureau.OpenDb();
            var version = await db.CatalogueEntries.Where(e => e.Id == entry).Select(e => e.Version).SingleAsync();
            Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.ActAsync(entry, version, action, "按规定办理。")));
        }
    }

    private static string Save(string ending, Action<string> write)
    {
        // Below the test binaries: cleaned with them, and never in anybody's way.
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "import-files"));
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}{ending}");
        write(path);
        return path;
    }
}
