using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed class ImportRaceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ImportKit _kit = new(bureau);

    /// <summary>Many rows: then the two transactions meet in the middle, where each may hold what the other waits for.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(700)]
    public async Task Import_SameFileTwiceAtOnce_OneWinsTheOtherIsTold(int rows)
    {
        var stem = ImportKit.Name("并发");
        var file = ImportKit.Csv(Enumerable.Range(0, rows).Select(n => ImportKit.Row($"{stem}之{n}")));
        var request = await _kit.RequestAsync(file);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _kit.RunAsync(request, "liaison", ImportAcceptance.All))));

        Assert.Single(answers, a => a.Report?.Counts == new ImportCounts(rows, rows, 0, 0, 0));
        Assert.All(answers.Where(a => a.Report?.Counts.Imported != rows), a => Assert.True(a.Refusal?.Code == "Conflict" || a.Report?.Counts.Unchanged == rows, a.Refusal?.Sentence));
        await using var db = bureau.OpenDb();
        Assert.Equal(rows, await db.CatalogueEntries.CountAsync(e => e.Content.Name.StartsWith(stem)));
        Assert.Equal(1, await db.ReviewPackages.CountAsync(p => p.SourceFile == request.FileName));
    }

    [Fact]
    public async Task Import_SameRowsInOppositeOrdersAtOnce_NeitherEndsInAnError()
    {
        var stem = ImportKit.Name("对开");
        var rows = Enumerable.Range(0, 700).Select(n => ImportKit.Row($"{stem}之{n}")).ToList();
        ImportRequest[] requests = [await _kit.RequestAsync(ImportKit.Csv(rows)), await _kit.RequestAsync(ImportKit.Csv(rows.AsEnumerable().Reverse()))];

        var answers = await Task.WhenAll(requests.Select(r => Task.Run(() => _kit.RunAsync(r, "liaison", ImportAcceptance.All))));

        Assert.Single(answers, a => a.Report?.Counts.Imported == 700);
        Assert.All(answers.Where(a => a.Report?.Counts.Imported != 700), a => Assert.True(a.Refusal?.Code == "Conflict" || a.Report?.Counts.Unchanged == 700, a.Refusal?.Sentence));
    }

    [Fact]
    public async Task Import_UnknownOrganisationTwiceAtOnce_IsRegisteredOnce()
    {
        var name = ImportKit.Name("山西省并发办");
        var request = (await _kit.RequestAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name(), provider: name)), "山西省数据局")) with { CreateOrganisations = true };

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _kit.RunAsync(request, "reviewer", ImportAcceptance.All))));

        Assert.Single(answers, a => a.Report?.Counts.Imported == 1);
        Assert.All(answers, a => Assert.True(a.Report is not null || a.Refusal?.Code == "Conflict"));
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.Organisations.CountAsync(o => o.Name == name));
    }
}
