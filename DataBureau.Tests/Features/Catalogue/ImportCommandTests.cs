using ClosedXML.Excel;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>The import as operators and scripts run it.</summary>
[Trait("Category", "Service")]
public sealed class ImportCommandTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly string[] AsLiaison = ["--organisation", "山西省民政厅", "--as", "liaison"];

    private readonly ImportKit _kit = new(bureau);

    [Fact]
    public async Task Report_IntoAFolderThatIsNotThere_IsRefusedBeforeAnythingIsImported()
    {
        var before = await _kit.CountAsync();
        var file = ImportKit.Csv(ImportKit.Row(ImportKit.Name()));

        var refusal = await Assert.ThrowsAsync<StartupRefusal>(() => _kit.CommandAsync([file, .. AsLiaison, "--report", Path.Combine(file + "-none", "r.xlsx")]));

        Assert.StartsWith("报告不能写到", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await _kit.CountAsync());
    }

    [Fact]
    public async Task Report_OverTheFileItself_IsRefused()
    {
        var file = ImportKit.Csv(ImportKit.Row(ImportKit.Name()));

        await Assert.ThrowsAsync<StartupRefusal>(() => _kit.CommandAsync([file, .. AsLiaison, "--report", file]));
    }

    [Fact]
    public async Task Report_OfAFileThatIsRefused_LeavesNoEmptyFile()
    {
        var file = ImportKit.Csv();
        var report = file + "-r.xlsx";

        await Assert.ThrowsAsync<StartupRefusal>(() => _kit.CommandAsync([file, .. AsLiaison, "--report", report]));

        Assert.False(File.Exists(report));
    }

    [Fact]
    public async Task Report_OverAnOlderOne_IsWholeAndNotLonger()
    {
        var file = ImportKit.Csv(ImportKit.Row(ImportKit.Name(), frequency: "看情况吧"));
        var report = file + "-r.xlsx";
        await File.WriteAllBytesAsync(report, new byte[200_000]);

        var (code, _) = await _kit.CommandAsync([file, .. AsLiaison, "--report", report]);

        Assert.Equal(3, code);
        using var workbook = new XLWorkbook(report);
        Assert.Equal("更新周期", workbook.Worksheet(ErrorWorkbook.ProblemSheetName).Cell("D2").GetString());
    }

    [Fact]
    public async Task SignIns_OfTheSeed_HaveSpaceBetweenNameAndRole()
    {
        var lines = await bureau.Services.GetRequiredService<DemoSeed>().SignInsAsync(default);

        Assert.All(DemoPeople.All, p => Assert.Contains(lines, l => l.StartsWith(p.UserName + " ", StringComparison.Ordinal)));
    }
}
