using System.Globalization;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using Xunit.Abstractions;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>Files as bureaux publish them. They may not be committed; without them these tests are skipped.</summary>
[Trait("Category", "Service")]
public sealed class ImportRealFileTests(BureauFixture bureau, ITestOutputHelper output) : IClassFixture<BureauFixture>
{
    private const string Bureau = "山西省数据局";

    private readonly ImportKit _kit = new(bureau);

    [SharedDataFact]
    public Task Import_Yancheng_TwiceIsOnce() => TwiceAsync("yancheng-2023.xlsx");

    [SharedDataFact]
    public Task Import_Yinchuan_TwiceIsOnce() => TwiceAsync("yinchuan-2023.xlsx");

    [SharedDataFact]
    public async Task Check_Templates_AreRefusedWithASentence()
    {
        foreach (var path in Directory.EnumerateFiles(SharedDataFactAttribute.PathOf("templates")).Order(StringComparer.Ordinal))
        {
            var (report, refusal) = await _kit.RunAsync(await _kit.RequestAsync(path, Bureau), "reviewer", null);
            output.WriteLine($"{Path.GetFileName(path)}: {refusal?.Code} {refusal?.Sentence}{(report is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{report.Counts}, {report.Errors.Count} errors: {string.Join(' ', report.Errors.Take(3).Select(e => e.Sentence))}"))}");
            // A template is a form without entries: either it is refused as such, or its example rows are.
            Assert.True(refusal is { Sentence.Length: > 10 } || report!.Errors.Count > 0, path);
        }
    }

    [SharedDataFact]
    public async Task Check_PortalListing_IsReadToTheEndAndWritesNothing()
    {
        var before = await _kit.CountAsync();
        var request = (await _kit.RequestAsync(SharedDataFactAttribute.PathOf("listings", "portal-listings-2023.csv"), Bureau)) with { CreateOrganisations = true };

        var report = ImportKit.Report(await _kit.RunAsync(request, "reviewer", null));

        Say("portal listing, dry run", report);
        Assert.True(report.Counts.Rows > 10_000);
        Assert.True(report.Counts.Imported > report.Counts.Rejected);
        Assert.Equal(before, await _kit.CountAsync());
    }

    private async Task TwiceAsync(string file)
    {
        var request = (await _kit.RequestAsync(SharedDataFactAttribute.PathOf("listings", file), Bureau)) with { CreateOrganisations = true };

        var first = ImportKit.Report(await _kit.RunAsync(request, "reviewer", ImportAcceptance.Good));
        Say(file, first);
        var between = await _kit.CountAsync();
        var second = ImportKit.Report(await _kit.RunAsync(request, "reviewer", ImportAcceptance.Good));

        Assert.True(first.Counts.Imported > 0);
        Assert.Equal(new ImportCounts(first.Counts.Rows, 0, 0, first.Counts.Imported, first.Counts.Rejected), second.Counts);
        Assert.Equal(between, await _kit.CountAsync());
    }

    private void Say(string what, ImportReport report)
    {
        output.WriteLine($"{what}: {report.Counts}, {report.Incomplete} incomplete, {report.UnknownProviders.Count} unknown providers");
        foreach (var errors in report.Errors.GroupBy(e => e.Code).OrderByDescending(g => g.Count()))
            output.WriteLine($"  {errors.Key}: {errors.Count()}, e.g. {errors.First().Sheet}!{errors.First().ColumnLetters}{errors.First().Row} {errors.First().Sentence}");
    }
}
