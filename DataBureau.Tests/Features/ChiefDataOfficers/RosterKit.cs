using System.Globalization;
using System.Text;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.ChiefDataOfficers.Import;
using DataBureau.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>Rosters made by the test and taken in by the real service, as the province's reviewer.</summary>
internal sealed class RosterKit(BureauFixture bureau)
{
    public const string Header = "单位名称,岗位,姓名,职务,任职级别,联系电话,任命文号,发文日期,任职日期,任期截止,备案号";

    private static int _serial;

    public static string Person() => "人员" + Interlocked.Increment(ref _serial).ToString(CultureInfo.InvariantCulture);

    public static string Row(string unit, string person, string post = "首席数据官", string office = "副厅长", string rank = "单位负责人（副职）", string phone = "", string document = "晋民任〔2024〕1号", string dated = "2024-03-01", string from = "2024-03-01", string to = "", string number = "晋备2024-1") =>
        string.Join(',', unit, post, person, office, rank, phone, document, dated, from, to, number);

    public static string Csv(params IEnumerable<string> rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "import-files"));
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, string.Join('\n', rows.Prepend(Header)) + "\n", new UTF8Encoding(true));
        return path;
    }

    public async Task<(RosterReport? Report, ImportRefusal? Refusal)> RunAsync(string path, RosterMode mode = RosterMode.Holders, ImportAcceptance? accept = ImportAcceptance.All, string who = "reviewer", RosterChoices? choices = null)
    {
        Guid target;
        await using (var db = bureau.OpenDb())
            target = await db.Users.Where(u => u.UserName == who).Select(u => u.OrganisationId).SingleAsync();
        var request = new RosterRequest(path, Path.GetFileName(path), target, mode) { Choices = choices ?? RosterChoices.Usual with { Mode = mode } };
        return await bureau.AsAsync<RosterImportService, (RosterReport?, ImportRefusal?)>(who, s => accept is { } a ? s.ImportAsync(request, a, null, default) : s.CheckAsync(request, null, default));
    }

    public async Task<RosterReport> ReportAsync(string path, RosterMode mode = RosterMode.Holders, ImportAcceptance? accept = ImportAcceptance.All)
    {
        var (report, refusal) = await RunAsync(path, mode, accept);
        Assert.Null(refusal?.Sentence);
        Assert.Equal(report!.Counts.Rows, report.Counts.Imported + report.Counts.Updated + report.Counts.Unchanged + report.Counts.Rejected);
        return report;
    }

    public async Task<IReadOnlyList<OfficerAppointment>> OfAsync(string person)
    {
        await using var db = bureau.OpenDb();
        return await db.Officers.AsNoTracking().Where(a => a.Content.PersonName == person).ToListAsync();
    }
}
