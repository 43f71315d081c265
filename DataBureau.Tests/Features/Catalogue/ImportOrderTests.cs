using System.Data.SqlTypes;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>What came in together stands in the order of its file.</summary>
[Trait("Category", "Service")]
public sealed class ImportOrderTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly ImportKit _kit = new(bureau);

    [Theory]
    [InlineData("")]
    [InlineData("&sort=SubmittedAt&desc=1")]
    public async Task List_OfOneImport_IsInTheOrderOfTheFile(string sort)
    {
        List<string> names = [.. Enumerable.Range(0, 60).Select(_ => ImportKit.Name())];
        var report = await _kit.ImportAsync(ImportKit.Csv(names.Select(n => ImportKit.Row(n))));

        var page = await bureau.AsAsync<CatalogueService, Page<CatalogueRow>>("liaison", s => s.ListAsync(CatalogueFilterQuery.Read(ListQuery.Parse($"?package={report.PackageId}&size=100{sort}")), default));

        Assert.Equal(names, page.Rows.Select(r => r.Content.Name));
    }

    [Fact]
    public void IdSequence_Ids_AscendInTheOrderOfEitherDatabase()
    {
        var ids = new IdSequence(Now);
        List<Guid> made = [.. Enumerable.Range(0, 1000).Select(_ => ids.Next())];

        Assert.Equal(made, made.OrderBy(id => id.ToString(), StringComparer.Ordinal));
        Assert.Equal(made, made.OrderBy(id => new SqlGuid(id)));
        Assert.All(made, id => Assert.Equal((7, Now.ToUnixTimeMilliseconds()), (id.Version, Convert.ToInt64(id.ToString("N")[..12], 16))));
        Assert.Empty(made.Intersect(Enumerable.Range(0, 1000).Select(_ => new IdSequence(Now).Next())));
    }
}
