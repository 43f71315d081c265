using DataBureau.Domain.Organisations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>Whose rows they are, and who may bring them.</summary>
[Trait("Category", "Service")]
public sealed class ImportProviderTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private const string Bureau = "山西省数据局";

    private readonly ImportKit _kit = new(bureau);

    [Fact]
    public async Task Liaison_RowOfAnotherOrganisation_IsAnError()
    {
        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name(), provider: "山西省财政厅"), ImportKit.Row(ImportKit.Name(), provider: "没有的单位"), ImportKit.Row(ImportKit.Name(), provider: "省民政厅"), ImportKit.Row(ImportKit.Name())));

        Assert.Equal([(2, "C", "WrongProvider"), (3, "C", "WrongProvider")], report.Errors.Select(e => (e.Row, e.ColumnLetters, e.Code)));
        Assert.All(report.Errors, e => Assert.Contains("您只能导入「山西省民政厅」的目录", e.Sentence, StringComparison.Ordinal));
        Assert.Equal(2, report.Counts.Imported);
    }

    [Theory]
    [InlineData("liaison", "山西省财政厅")]
    [InlineData("head", "山西省民政厅")]
    [InlineData("leader", "山西省民政厅")]
    [InlineData("sysadmin", "山西省民政厅")]
    [InlineData("reviewer.fujian", "山西省民政厅")]
    [InlineData("reviewer.taiyuan", "山西省民政厅")]
    public async Task Import_ForAnOrganisationBeyondReach_IsRefused(string who, string organisation)
    {
        var (_, refusal) = await _kit.RunAsync(await _kit.RequestAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name())), organisation), who, ImportAcceptance.All);

        Assert.Equal("NotPermitted", refusal?.Code);
    }

    [Fact]
    public async Task Reviewer_DepartmentsOfTheRegion_EachRowGoesToItsOwn()
    {
        var (one, other, city) = (ImportKit.Name(), ImportKit.Name(), ImportKit.Name());

        await _kit.ImportAsync(ImportKit.Csv(ImportKit.Row(one, provider: "山西省财政厅"), ImportKit.Row(other, provider: "省民政厅"), ImportKit.Row(city, provider: "太原市财政局")), "reviewer", Bureau);

        Assert.Equal(await _kit.OrganisationAsync("山西省财政厅"), (await _kit.EntryAsync(one)).ProviderId);
        Assert.Equal(await _kit.OrganisationAsync("山西省民政厅"), (await _kit.EntryAsync(other)).ProviderId);
        var entry = await _kit.EntryAsync(city);
        // The city's entry lies in the city and is reviewed there.
        Assert.Equal(("140100", await _kit.OrganisationAsync("太原市大数据应用局")), (entry.RegionCode, entry.AuthorityId!.Value));
    }

    [Fact]
    public async Task Reviewer_RowWithoutProvider_IsAnError()
    {
        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name())), "reviewer", Bureau);

        Assert.Equal("WrongProvider", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task Reviewer_UnknownProviders_AreErrorsCountedByName()
    {
        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name(), provider: "山西省甲办"), ImportKit.Row(ImportKit.Name(), provider: "山西省甲办"), ImportKit.Row(ImportKit.Name(), provider: "山西省乙办")), "reviewer", Bureau);

        Assert.Equal([("山西省甲办", 2), ("山西省乙办", 1)], report.UnknownProviders);
        Assert.All(report.Errors, e => Assert.Equal("UnknownProvider", e.Code));
        Assert.Equal(3, report.Counts.Rejected);
    }

    [Fact]
    public async Task Reviewer_CreatingOrganisations_RegistersEachOnceUnderAProvisionalCode()
    {
        var (one, other) = (ImportKit.Name("山西省新办"), ImportKit.Name("山西省新办"));
        var names = new[] { ImportKit.Name(), ImportKit.Name(), ImportKit.Name() };
        var request = (await _kit.RequestAsync(ImportKit.Csv(ImportKit.Row(names[0], provider: one), ImportKit.Row(names[1], provider: other), ImportKit.Row(names[2], provider: one)), Bureau)) with { CreateOrganisations = true };

        Assert.Equal(3, ImportKit.Report(await _kit.RunAsync(request, "reviewer", ImportAcceptance.All)).Counts.Imported);

        await using var db = bureau.OpenDb();
        var made = await db.Organisations.Where(o => o.Name == one || o.Name == other).ToListAsync();
        Assert.Equal(2, made.Count);
        Assert.All(made, o => Assert.True(o.IsProvisionalCode && o.Code.StartsWith("140000LS", StringComparison.Ordinal) && UnifiedSocialCreditCode.Check(o.Code) == CreditCodeFinding.Length, o.Code));
        Assert.Equal((await _kit.EntryAsync(names[0])).ProviderId, (await _kit.EntryAsync(names[2])).ProviderId);
        // As when somebody registers them one by one.
        foreach (var organisation in made)
        {
            var id = organisation.Id.ToString();
            var row = await db.Audit.SingleAsync(a => a.SubjectKind == "organisation" && a.SubjectId == id);
            Assert.Equal(("organisations.Create", $"登记单位「{organisation.Name}」"), (row.Action, row.Summary));
            Assert.Contains(organisation.Code, row.After, StringComparison.Ordinal);
            Assert.Equal(["登记"], await _kit.HistoryAsync(organisation.Id));
        }

        // The next file counts on from there and finds the ones that are registered now.
        var again = request with { Path = ImportKit.Csv(ImportKit.Row(ImportKit.Name(), provider: one), ImportKit.Row(ImportKit.Name(), provider: ImportKit.Name("山西省新办"))) };
        Assert.Equal(2, ImportKit.Report(await _kit.RunAsync(again, "reviewer", ImportAcceptance.All)).Counts.Imported);
        Assert.Equal(3, await db.Organisations.Where(o => o.Name.StartsWith("山西省新办")).Select(o => o.Code).Distinct().CountAsync());
    }

    [Fact]
    public async Task Liaison_CreatingOrganisations_StillOnlyTheOwn()
    {
        var before = await _kit.CountAsync();
        var request = (await _kit.RequestAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name(), provider: "山西省丙办")))) with { CreateOrganisations = true };

        var report = ImportKit.Report(await _kit.RunAsync(request, "liaison", ImportAcceptance.Good));

        Assert.Equal(("WrongProvider", 1), (Assert.Single(report.Errors).Code, report.Counts.Rejected));
        Assert.Equal(before, await _kit.CountAsync());
    }
}
