using System.Globalization;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.ChiefDataOfficers.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Officers;

/// <summary>A roster of 5,000 people of 5,000 units as .xlsx: the dry run against bare reading, then the import.</summary>
internal sealed class RosterBenchmark : IBenchmark
{
    private const int People = 5000;
    private const int Rounds = 5;

    public string Name => "roster-import";

    public string Summary => "dry run of a roster of 5,000 rows against reading the workbook alone; import";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var app = Workbench.Build(await bench.CreateEmptyAsync());
        var authority = await FillAsync(app.Services);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");
        try
        {
            await WriteAsync(path);
            await using var scope = await Workbench.SignInAsync(app.Services);
            var import = scope.ServiceProvider.GetRequiredService<RosterImportService>();
            var request = new RosterRequest(path, "名册.xlsx", authority, RosterMode.Holders);
            RosterReport? checkedNow = null;
            await import.CheckAsync(request, null, default);
            var times = await Measure.AlternateAsync(Rounds, async () => checkedNow = (await import.CheckAsync(request, null, default)).Report, () => ReadAsync(path));
            report.Figure("reading the workbook alone", times[1], "ms");
            report.AtMost("dry run", times[0] / 1000, "s", 3, $"{times[0] / times[1]:0.0} times reading alone; {checkedNow!.Counts.Imported} good, {checkedNow.Errors.Count} errors");
            RosterReport? done = null;
            var time = await Measure.MillisecondsAsync(async () => done = (await import.ImportAsync(request, DataBureau.Web.Features.Imports.ImportAcceptance.Good, null, default)).Report);
            report.Figure("import", time / 1000, "s", $"{done!.Counts.Imported} people");
            time = await Measure.MillisecondsAsync(async () => done = (await import.CheckAsync(request, null, default)).Report);
            report.Figure("dry run of the same file again", time / 1000, "s", $"{done.Counts.Unchanged} unchanged");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<Guid> FillAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        for (var i = 0; i < People; i++)
            db.Organisations.Add(new Organisation { Id = Guid.CreateVersion7(), Code = $"R{i:00000}", Name = Unit(i), NameKey = Unit(i), Kind = OrganisationKind.GovernmentDepartment, RegionCode = Workbench.Region });
        await db.SaveChangesAsync();
        return await db.Users.Where(u => u.UserName == Workbench.User).Select(u => u.OrganisationId).SingleAsync();
    }

    private static string Unit(int i) => "名册单位" + i.ToString("00000", CultureInfo.InvariantCulture);

    private static async Task WriteAsync(string path)
    {
        (string Title, Func<int, string> Text)[] columns =
        [
            ("单位名称", Unit), ("岗位", _ => "首席数据官"), ("姓名", i => "人员" + i.ToString(CultureInfo.InvariantCulture)), ("职务", _ => "副局长"), ("任职级别", _ => "单位负责人（副职）"),
            ("联系电话", i => i % 50 == 0 ? "见通讯录" : "138" + i.ToString("00000000", CultureInfo.InvariantCulture)), ("任命文号", i => $"任〔2024〕{i}号"), ("发文日期", _ => "2024-02-01"), ("任职日期", _ => "2024-03-01"),
            ("任期截止", i => i % 40 == 0 ? "2024-02-30" : "2027-02-28"), ("备案号", i => $"备2024-{i}"),
        ];
        await using var file = File.Create(path);
        await XlsxTableWriter.WriteAsync(file, new XlsxTable<int>("名册", [.. columns.Select(c => XlsxColumn<int>.Text(c.Title, 18, c.Text))]), Enumerable.Range(0, People).ToAsyncEnumerable());
    }

    private static async Task ReadAsync(string path)
    {
        var opening = await WorkbookReader.OpenAsync(path, "名册.xlsx");
        await using var reader = opening.Reader!;
        _ = reader.Sheets[0].ReadRows().Sum(row => row.Cells.Sum(cell => (long)cell.Text.Length));
    }
}
