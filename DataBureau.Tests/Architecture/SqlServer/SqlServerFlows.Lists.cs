using System.Text.Json;
using System.Globalization;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Audit.Sealing;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Exports;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static readonly AuditRow Audited = new() { Id = 1, At = DateTimeOffset.UnixEpoch, UserName = "某人", Action = "catalogue.Submit", Summary = "提交", Succeeded = true };

    private static async Task ReviewAsync(SqlServerWorkbench w)
    {
        var review = w.Get<ReviewService>();
        w.PutEntry(CatalogueAction.Submit, CatalogueAction.Approve);
        foreach (var role in new[] { Role.Reviewer, Role.DepartmentHead })
        {
            w.Become(role);
            Assert.Single((await review.DeskAsync(default)).Packages);
            foreach (var filter in Filters())
                Assert.Single((await review.ListAsync(filter, default)).Rows);
            Assert.Single(await review.ListRefsAsync(new CatalogueFilter(), default));
            Assert.Single(await review.StreamAsync(new CatalogueFilter(), default).ToListAsync());
            foreach (var package in new Guid?[] { null, Guid.NewGuid() })
                await review.NextAsync(Guid.NewGuid(), package, default);
        }
    }

    private static async Task ImportSessionsAsync(SqlServerWorkbench w)
    {
        var sessions = w.Get<ImportSessions>();
        await using var file = File.OpenRead(ImportKit.Csv(ImportKit.Row("某目录")));
        var (session, _) = await sessions.UploadAsync(ImportRequest.Kind, file, "一批.csv", file.Length, default);
        w.Samples.Put(session!);
        await sessions.FindAsync(ImportRequest.Kind, session!.Id, default);
        await sessions.RememberAsync(session.Id, w.Organisation.Id, JsonSerializer.Serialize(new ColumnMapping([new(CatalogueField.Name, 0)])), imported: true);
        file.Position = 0;
        // With a sample in the table, the upload finds sessions that have grown old.
        await sessions.UploadAsync(ImportRequest.Kind, file, "又一批.csv", file.Length, default);
    }

    private static async Task AuditAsync(SqlServerWorkbench w)
    {
        w.Samples.Put(Audited);
        var audit = w.Get<AuditService>();
        string[] filters =
        [
            "", "?q=提交%_[", "?kind=catalogue", "?subject=1", $"?user={w.UserId}", "?result=failed", "?from=2026-01-01", "?to=2026-12-31", .. AuditGroups.All.Select(g => $"?group={g.Key}"),
            string.Create(CultureInfo.InvariantCulture, $"?q=提交&kind=catalogue&subject=1&user={w.UserId}&result=succeeded&from=2026-01-01&to=2026-12-31&group={AuditGroups.Imports.Key}&page=2"),
        ];
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.AuditAdmin, scope);
            foreach (var filter in filters)
            {
                Assert.Single((await audit.ListAsync(ListQuery.Parse(filter), default)).Rows);
                Assert.Single(await audit.StreamAsync(ListQuery.Parse(filter), default).ToListAsync());
            }

            Assert.NotNull((await audit.FindAsync(1, default)).Row);
        }
    }

    private static async Task ExportsAsync(SqlServerWorkbench w)
    {
        var exports = w.Get<ExportService>();
        Assert.Empty(await exports.AvailableAsync(default));
        w.Samples.Put(new AuditRow { Id = 1, At = DateTimeOffset.UnixEpoch, UserName = "某人", Action = "export.catalogue", Summary = "导出", Succeeded = true, After = "{\"query\":\"?q=x\",\"rows\":3}" });
        Assert.Single((await exports.TakenAsync(new ListQuery(), default)).Rows);
        Assert.Single(await exports.StreamAsync(default).ToListAsync());
        await using var db = w.OpenDb();
        foreach (var key in new[] { "organisation", "consultation", "package", "plan", "officer", "user" })
            await FilterWords.TextAsync(db, ListQuery.Parse($"?region={SqlServerWorkbench.Region}&{key}={Guid.NewGuid()}"), [], [], default);
    }

    private static async Task SealAsync(SqlServerWorkbench w)
    {
        w.Samples.Put(Audited);
        // One run: the rows that were sealed are not found again.
        w.Log.Sent = sql =>
        {
            if (sql.Contains("INSERT INTO", StringComparison.Ordinal))
                w.Samples.Remove<AuditRow>();
        };
        Assert.Equal(1, await w.Get<AuditSealer>().SealAsync(new byte[32], default));
    }

    private static async Task VerifyAsync(SqlServerWorkbench w)
    {
        PutSealed(w);

        var verdict = await w.Get<AuditVerifier>().VerifyAsync(new byte[32], null, default);

        Assert.Equal((1, null), (verdict.Rows, verdict.Finding));
    }

    private static async Task VerifiedAsync(SqlServerWorkbench w)
    {
        PutSealed(w);

        // With another key: nothing is sealed on a broken chain, whose rows the samples would find again and again.
        Assert.NotNull((await w.Get<AuditVerification>().RunAsync([1, .. new byte[31]], null, default)).Finding);
    }

    private static void PutSealed(SqlServerWorkbench w)
    {
        var (digest, none, at) = (new AuditDigest(new byte[32]), new byte[AuditSeal.HashLength], DateTimeOffset.UnixEpoch);
        var marks = digest.Mark(Audited).ToArray();
        w.Samples.Put(Audited, new AuditSeal { FirstId = 1, LastId = 1, Count = 1, PreviousHash = none, Marks = marks, Hash = digest.Link(1, 1, 1, none, marks, at), At = at });
    }
}
