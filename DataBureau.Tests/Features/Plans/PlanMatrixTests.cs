using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Plans;

public sealed class PlanMatrixTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    public Task InitializeAsync() => bureau.SeedPlansAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("planner.xiaodian", "140105", 1)]
    [InlineData("leader.taiyuan", "1401", 11)]
    [InlineData("leader.shijiazhuang", "1301", 23)]
    [InlineData("planner.fujian", "350000", 1)]
    public async Task Matrix_OfAReader_HasTheRowsOfTheScopeAndNoOther(string user, string prefix, int rows)
    {
        var matrix = await bureau.MatrixAsync(user);

        Assert.Equal(rows, matrix.Rows().Count());
        Assert.All(matrix.Rows(), r => Assert.StartsWith(prefix, r.RegionCode, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Matrix_OfAnAdministrator_IsEmpty() => Assert.Empty((await bureau.MatrixAsync("sysadmin")).Groups);

    [Fact]
    public async Task Matrix_OfTheReceivingOffice_HasTheRegionsBelowForWhatIsFiled()
    {
        var matrix = await bureau.MatrixAsync("filing");

        Assert.Contains(matrix.Rows(), r => r.RegionCode == "140000");
        Assert.Equal(11, matrix.Rows().Count(r => r.Level == RegionLevel.City));
        Assert.DoesNotContain(matrix.Rows(), r => r.Level == RegionLevel.County);
        Assert.Equal(PlanStanding.None, matrix.Cell("140200", "P02")!.Standing);
        Assert.Null(matrix.Cell("140200", "P04"));
        Assert.Null(matrix.Cell("140100", "P04"));
    }

    [Fact]
    public async Task Matrix_OfALevelWithoutTheKind_IsBlankAndNotZero()
    {
        var matrix = await bureau.MatrixAsync("leader");

        Assert.Null(matrix.Cell("140000", "P02"));
        Assert.Null(matrix.Cell("140100", "P01"));
        Assert.NotNull(matrix.Cell("140181", "P02"));
        foreach (var row in matrix.Rows())
            Assert.Equal(PolicyLibrary.Embedded.For(row.RegionCode).Plans.At(row.Level).Count(), row.Counts.Total);
    }

    [Fact]
    public async Task Totals_OfRowsAndColumns_AreTheSumOfTheCells()
    {
        foreach (var user in new[] { "leader", "leader.taiyuan", "leader.shijiazhuang", "filing", "planner.xiaodian" })
        {
            var matrix = await bureau.MatrixAsync(user);
            foreach (var standing in Enum.GetValues<PlanStanding>())
            {
                var cells = matrix.Rows().SelectMany(r => r.Cells).Count(c => c?.Standing == standing);
                Assert.Equal(cells, matrix.Rows().Sum(r => r.Counts[standing]));
                Assert.Equal(cells, matrix.Groups.Sum(g => Enumerable.Range(0, g.Columns.Count).Sum(i => g.CountsOf(i)[standing])));
                Assert.Equal(cells, matrix.Counts[standing]);
            }
        }
    }

    [Fact]
    public async Task Export_OfAReader_HasTheKindsTheNamesAndTheTotalOfThePage()
    {
        var group = Assert.Single((await bureau.MatrixAsync("leader.taiyuan")).Groups);
        await using var scope = await bureau.AsAsync("leader.taiyuan");
        using var file = new MemoryStream();
        await PlanMatrixColumns.Export.WriteAsync(scope.ServiceProvider, new ListQuery(), file, default);

        var rows = (await Workbooks.RowsAsync(file.ToArray())).Select(r => r.Texts().ToList()).ToList();

        Assert.Equal(group.Columns.Select(c => c.Title), rows[0].Skip(4).TakeWhile(t => t != "办结"));
        Assert.Equal(["太原市", "小店区", "140105"], rows.Single(r => r.Contains("140105")).Take(3));
        Assert.Equal(["山西省", "太原市", "140100"], rows.Single(r => r.Contains("140100")).Take(3));
        Assert.Equal(group.Rows.Count + 2, rows.Count);
        Assert.Equal("办结合计", rows[^1][1]);
        Assert.Equal(Enumerable.Range(0, group.Columns.Count).Select(i => group.CountsOf(i).Text), rows[^1].Skip(4).Take(group.Columns.Count));
        Assert.Equal(group.Counts.Total.ToString(System.Globalization.CultureInfo.InvariantCulture), rows[^1][rows[0].IndexOf("应有")]);
    }

    [Fact]
    public async Task Counts_OfAKindWithoutApproval_AreNotCalledApproved()
    {
        var group = (await bureau.MatrixAsync("leader")).Groups.Single(g => g.Columns.Any(c => c.Kind == "P09"));

        Assert.Equal("已定稿 1", group.CountsOf(group.Columns.ToList().FindIndex(c => c.Kind == "P09")).Sentence);
    }

    [Fact]
    public async Task Cell_OfSeveralPlans_IsThatOfTheCurrentPeriodInForce()
    {
        var matrix = await bureau.MatrixAsync("leader");

        Assert.Equal((PlanState.Supplementing, "补正"), (matrix.Cell("140100", "P02")!.State, matrix.Cell("140100", "P02")!.Detail));
        Assert.Equal((PlanStanding.Filed, "已备案", null), (matrix.Cell("140105", "P02")!.Standing, matrix.Cell("140105", "P02")!.Word, matrix.Cell("140105", "P02")!.Detail));
        Assert.Equal("组织实施", matrix.Cell("140000", "P01")!.Word);
        Assert.Equal("已定稿", matrix.Cell("140000", "P09")!.Word);
        // A change in preparation does not hide the edition in force.
        Assert.Equal(PlanStanding.Published, matrix.Cell("140000", "P05")!.Standing);
    }

    [Fact]
    public async Task Cell_OfAPlan_LinksToItAndOfNoneToANewOneForItsDrafterAlone()
    {
        await using var db = bureau.OpenDb();
        var expected = await db.Plans.Where(p => p.RegionCode == "140100" && p.Kind == "P02" && p.State == PlanState.Supplementing).Select(p => p.Id).SingleAsync();

        Assert.Equal($"/plans/{expected}", (await bureau.MatrixAsync("planner.taiyuan")).Cell("140100", "P02")!.Href);
        Assert.Null((await bureau.MatrixAsync("leader")).Cell("140200", "P02")!.Href);
        // The province's P01 is the industry department's: the bureau's planner sees how far it is, and no more.
        var foreign = (await bureau.MatrixAsync("planner")).Cell("140000", "P01")!;
        Assert.Equal((PlanStanding.Published, null, null), (foreign.Standing, foreign.Href, foreign.Title));
    }

    [Fact]
    public async Task Filter_ByRegionAndLevel_Narrows()
    {
        var narrowed = await bureau.MatrixAsync("leader", new PlanMatrixFilter("140100", RegionLevel.County));

        Assert.Equal(10, narrowed.Rows().Count());
        Assert.All(narrowed.Rows(), r => Assert.Equal((RegionLevel.County, 0), (r.Level, r.Depth)));
        Assert.DoesNotContain(narrowed.Groups.Single().Columns, c => c.Kind is "P01" or "P03");
        Assert.Contains(narrowed.Regions, r => r.Code == "140200");
    }

    [Fact]
    public async Task Cell_PastATimeLimit_IsOverdueUntilTheClockEnds()
    {
        Assert.Equal((PlanStanding.Overdue, "逾期"), ((await bureau.MatrixAsync("leader")).Cell("140100", "P02")!.Standing, (await bureau.MatrixAsync("leader")).Cell("140100", "P02")!.Word));
        await using var db = bureau.OpenDb();
        var plan = await db.Plans.Where(p => p.RegionCode == "140100" && p.Kind == "P02" && p.State == PlanState.Supplementing).Select(p => p.Id).SingleAsync();
        var clock = db.Deadlines.Where(d => d.CaseId == plan);

        await clock.ExecuteUpdateAsync(s => s.SetProperty(d => d.FinishedAt, bureau.Clock.Now));
        Assert.Equal((PlanStanding.Approved, "已批准"), ((await bureau.MatrixAsync("leader")).Cell("140100", "P02")!.Standing, (await bureau.MatrixAsync("leader")).Cell("140100", "P02")!.Word));
        await clock.ExecuteUpdateAsync(s => s.SetProperty(d => d.FinishedAt, (DateTimeOffset?)null).SetProperty(d => d.DueOn, (DateOnly?)null));
        Assert.Equal(PlanStanding.Approved, (await bureau.MatrixAsync("leader")).Cell("140100", "P02")!.Standing);
        await clock.ExecuteUpdateAsync(s => s.SetProperty(d => d.DueOn, new DateOnly(2026, 9, 1)));
    }
}
