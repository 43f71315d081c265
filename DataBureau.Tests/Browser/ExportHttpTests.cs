using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using DataBureau.Domain.Access;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Browser;

/// <summary>Every workbook that leaves the program, fetched over HTTP by somebody who may and by somebody who may not.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class ExportHttpTests(BureauServer server) : IClassFixture<BureauServer>, IDisposable
{
    private readonly Dictionary<string, Visitor> _visitors = new(StringComparer.Ordinal);

    private IReadOnlyList<RegisteredExport> All => server.Services.GetRequiredService<ExportRegistry>().All;

    [BrowserFact]
    public async Task Exports_Each_ByNobodyAndBySomebodyWithoutThePermission_AreRefused()
    {
        using var nobody = new Visitor(server.Address);
        var wrong = new List<string>();
        foreach (var export in All)
        {
            using var asked = await nobody.Client.GetAsync(AddressOf(export, Guid.NewGuid()));
            if (asked.StatusCode != HttpStatusCode.Redirect || asked.Headers.Location?.ToString().Contains("/account/login", StringComparison.Ordinal) != true)
                wrong.Add($"{export.Address}: {asked.StatusCode} for nobody");
            if (export.Permission is not { } permission)
                continue;
            using var refused = await (await VisitorAsync(await WhoAsync(permission, holds: false))).Client.GetAsync(AddressOf(export, Guid.NewGuid()));
            if (refused.StatusCode != HttpStatusCode.Redirect || refused.Headers.Location?.ToString().Contains("/account/denied", StringComparison.Ordinal) != true)
                wrong.Add($"{export.Address}: {refused.StatusCode} without {permission.Key}");
        }

        Assert.Empty(wrong);
        Assert.True(All.Count > 40, $"{All.Count} exports");
    }

    [BrowserFact]
    public async Task Lists_Each_BySomebodyWithThePermission_OpenAndHoldNoFormula()
    {
        var wrong = new List<string>();
        foreach (var export in All.Where(e => e.Kind != ExportKind.Form))
        {
            using var answer = await (await VisitorAsync(await WhoAsync(export.Permission, holds: true))).Client.GetAsync(export.Address);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != XlsxTableWriter.ContentType)
            {
                wrong.Add($"{export.Address}: {answer.StatusCode}");
                continue;
            }

            var sheets = await SheetsAsync(await answer.Content.ReadAsByteArrayAsync());
            if (sheets.Length == 0 || !sheets.Contains("<row", StringComparison.Ordinal) || Formula().IsMatch(sheets))
                wrong.Add($"{export.Address}: {sheets.Length} characters");
        }

        Assert.Empty(wrong);
    }

    [BrowserFact]
    public async Task Catalogue_TextThatLooksLikeAFormula_StaysText()
    {
        await server.EntryAsync(Contents.Complete("=1+1") with { Abstract = "@SUM(A1:A9)" });
        await server.EntryAsync(Contents.Complete("-2+3"));

        var sheet = await SheetsAsync(await (await VisitorAsync("liaison")).Client.GetByteArrayAsync("/export/catalogue.xlsx?cols=name.abstract"));

        Assert.DoesNotMatch(Formula(), sheet);
        Assert.All([">=1+1<", ">-2+3<", ">@SUM(A1:A9)<"], text => Assert.Contains(text, sheet, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Forms_Each_OfNoCase_AreNotFound()
    {
        var wrong = new List<string>();
        foreach (var export in All.Where(e => e.Kind == ExportKind.Form && e.Address.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await (await VisitorAsync(await WhoAsync(export.Permission, holds: true))).Client.GetAsync(AddressOf(export, Guid.NewGuid()));
            if (answer.StatusCode != HttpStatusCode.NotFound)
                wrong.Add($"{export.Address}: {answer.StatusCode}");
        }

        Assert.Empty(wrong);
    }

    [BrowserFact]
    public async Task Forms_OfACase_OpenAndAreInTheAuditAsOneRow()
    {
        var entry = await server.EntryAsync(Contents.Complete("=2+2"));
        var plan = await new PlanKit(server).PlanAsync(PlanState.Draft);
        foreach (var (who, address) in new[] { ("liaison", $"/catalogue/{entry}/form.xlsx"), (PlanKit.Planner, $"/plans/{plan.Id}/form.xlsx") })
        {
            using var answer = await (await VisitorAsync(who)).Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotMatch(Formula(), await SheetsAsync(await answer.Content.ReadAsByteArrayAsync()));
        }

        await using var db = server.OpenDb();
        var said = await db.Audit.Where(a => a.SubjectId == entry.ToString() && a.Action == "export.catalogue-form").Select(a => a.After).SingleAsync();
        Assert.Equal("{\"rows\":1}", said);
    }

    [BrowserFact]
    public async Task Runs_OfAnotherPerson_AreNeitherSeenNorStopped()
    {
        var running = server.Services.GetRequiredService<RunningExports>();
        await using var db = server.OpenDb();
        var reviewer = await db.Users.Where(u => u.UserName == "reviewer").Select(u => u.Id).SingleAsync();
        var id = Guid.NewGuid();
        using var run = running.Start(id, reviewer, "公共数据目录", default);

        var (mine, other) = (await VisitorAsync("reviewer"), await VisitorAsync("liaison"));
        Assert.Equal(HttpStatusCode.NoContent, (await other.Client.GetAsync($"/exports/runs/{id}")).StatusCode);
        using (await other.Client.PostAsync($"/exports/runs/{id}/cancel", null))
            Assert.False(run.IsCancelled);
        Assert.Contains("\"rows\":0", await mine.Client.GetStringAsync($"/exports/runs/{id}"), StringComparison.Ordinal);
        using (await mine.Client.PostAsync($"/exports/runs/{id}/cancel", null))
            Assert.True(run.IsCancelled);
    }

    public void Dispose()
    {
        foreach (var visitor in _visitors.Values)
            visitor.Dispose();
    }

    [GeneratedRegex("<f[ >]")]
    private static partial Regex Formula();

    [GeneratedRegex(@"\{(?<name>\w+):\w+}")]
    private static partial Regex Place();

    private static string AddressOf(RegisteredExport export, Guid id) => Place().Replace(export.Address, m => m.Groups["name"].Value == "round" ? "1" : id.ToString());

    private static async Task<string> SheetsAsync(byte[] workbook)
    {
        var text = "";
        using var archive = new ZipArchive(new MemoryStream(workbook));
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text += await reader.ReadToEndAsync();
        }

        return text;
    }

    private async Task<Visitor> VisitorAsync(string who)
    {
        if (!_visitors.TryGetValue(who, out var visitor))
            _visitors[who] = visitor = await Visitor.SignInAsync(server.Address, who);
        return visitor;
    }

    /// <summary>The first of the demo people who holds, or does not hold, a permission.</summary>
    private async Task<string> WhoAsync(Permission? permission, bool holds)
    {
        await using var db = server.OpenDb();
        var people = await db.Grants.Join(db.Users, g => g.UserId, u => u.Id, (g, u) => new { u.UserName, g.Role }).ToListAsync();
        return people.GroupBy(p => p.UserName!).OrderBy(g => g.Key.Contains('.', StringComparison.Ordinal)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .First(g => permission is null || g.Any(p => Roles.PermissionsOf(p.Role).Contains(permission)) == holds).Key;
    }
}
