using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed class ImportServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ImportKit _kit = new(bureau);

    [Fact]
    public async Task Check_GoodAndBadRows_WritesNothing()
    {
        var before = await _kit.CountAsync();

        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name()), ImportKit.Row(ImportKit.Name(), frequency: "看情况吧")));

        Assert.Equal(new ImportCounts(2, 1, 0, 0, 1), report.Counts);
        Assert.Null(report.PackageId);
        Assert.Equal(before, await _kit.CountAsync());
    }

    [Fact]
    public async Task Check_SeveralErrorsInSeveralRows_AllAreLocatedAtOnce()
    {
        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(""), ImportKit.Row(ImportKit.Name(), sharing: "随便共享", frequency: "偶尔"), ImportKit.Row(ImportKit.Name(), code: "3.06001E+15")));

        Assert.Equal([(2, "A", "NameMissing"), (3, "H", "UnknownSharing"), (3, "J", "UnknownUpdateFrequency"), (4, "B", "PrecisionLost")], report.Errors.Select(e => (e.Row, e.ColumnLetters, e.Code)));
        Assert.Equal(["信息资源名称", "共享类型", "更新周期", "信息资源代码"], report.Errors.Select(e => e.Header));
        Assert.All(report.Errors, e => Assert.EndsWith("。", e.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_AllOrNothing_OneBadRowKeepsAllOut()
    {
        var before = await _kit.CountAsync();

        var report = await _kit.ImportAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name()), ImportKit.Row(ImportKit.Name(), frequency: "看情况吧")));

        Assert.Equal(new ImportCounts(2, 0, 0, 0, 2), report.Counts);
        Assert.Equal(before, await _kit.CountAsync());
    }

    [Fact]
    public async Task Import_GoodOnly_TheBadRowStaysOut()
    {
        var (good, bad) = (ImportKit.Name(), ImportKit.Name());

        var report = await _kit.ImportAsync(ImportKit.Csv(ImportKit.Row(good), ImportKit.Row(bad, frequency: "看情况吧")), accept: ImportAcceptance.Good);

        Assert.Equal(new ImportCounts(2, 1, 0, 0, 1), report.Counts);
        var entry = await _kit.EntryAsync(good);
        Assert.Equal(report.PackageId, entry.PackageId);
        Assert.Equal(["导入"], await _kit.HistoryAsync(entry.Id));
        Assert.Empty(await _kit.EntriesAsync(bad));
    }

    [Fact]
    public async Task Import_SameFileAgain_NothingToDoAndNothingWritten()
    {
        var file = ImportKit.Csv(ImportKit.Row(ImportKit.Name()), ImportKit.Row(ImportKit.Name(), code: "3060010101/900001"));
        Assert.Equal(new ImportCounts(2, 2, 0, 0, 0), (await _kit.ImportAsync(file)).Counts);
        var between = await _kit.CountAsync();

        var again = await _kit.ImportAsync(file);

        Assert.Equal(new ImportCounts(2, 0, 0, 2, 0), again.Counts);
        Assert.Null(again.PackageId);
        Assert.Equal(between, await _kit.CountAsync());
    }

    [Fact]
    public async Task Import_Done_LeavesOneAuditRowWithTheCounts()
    {
        var file = ImportKit.Csv(ImportKit.Row(ImportKit.Name()));
        var report = await _kit.ImportAsync(file);

        await using var db = bureau.OpenDb();
        var package = report.PackageId.ToString();
        var row = await db.Audit.SingleAsync(a => a.SubjectKind == "review-package" && a.SubjectId == package);
        Assert.Contains("新增 1，更新 0，未变 0，未导入 0", row.Summary, StringComparison.Ordinal);
        Assert.Equal(Path.GetFileName(file), (await db.ReviewPackages.SingleAsync(p => p.Id == report.PackageId)).SourceFile);
    }

    [Fact]
    public async Task Import_Cancelled_LeavesNothing()
    {
        var before = await _kit.CountAsync();
        using var stop = new CancellationTokenSource();
        // More than one piece, stopped after the first has been saved inside the transaction.
        var file = ImportKit.Csv(Enumerable.Range(0, 1500).Select(_ => ImportKit.Row(ImportKit.Name())));
        var progress = new Stop("导入", stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _kit.RunAsync(await _kit.RequestAsync(file), "liaison", ImportAcceptance.All, progress, stop.Token));

        Assert.Equal(1000, progress.At);
        Assert.Equal(before, await _kit.CountAsync());
    }

    [Theory]
    [InlineData("随便写的一行\n第二行\n", "NotACatalogue")]
    [InlineData(ImportKit.Header + "\n", "NoRows")]
    public async Task Check_NoCatalogue_RefusedWithASentence(string text, string code)
    {
        var file = ImportKit.Csv();
        await File.WriteAllTextAsync(file, text);

        var (report, refusal) = await _kit.RunAsync(await _kit.RequestAsync(file), "liaison", null);

        Assert.Null(report);
        Assert.Equal(code, refusal?.Code);
        Assert.Contains(Path.GetFileName(file), refusal!.Sentence, StringComparison.Ordinal);
    }

    private sealed class Stop(string stage, CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public int At { get; private set; }

        public void Report(ImportProgress value)
        {
            if (value.Stage != stage)
                return;
            At = value.Done;
            source.Cancel();
        }
    }
}
