using System.Text.RegularExpressions;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Audit;

[Trait("Category", "Service")]
public sealed class AuditIsAppendOnlyTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Save_RowChanged_Throws()
    {
        var id = await WriteAsync();
        await using var db = bureau.OpenDb();
        var row = await db.Audit.SingleAsync(a => a.Id == id);
        db.Entry(row).Property(a => a.Summary).CurrentValue = "改过的";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        await using var fresh = bureau.OpenDb();
        Assert.Equal("原样", (await fresh.Audit.SingleAsync(a => a.Id == id)).Summary);
    }

    [Fact]
    public async Task Save_RowDeleted_Throws()
    {
        var id = await WriteAsync();
        await using var db = bureau.OpenDb();
        db.Audit.Remove(await db.Audit.SingleAsync(a => a.Id == id));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());

        await using var fresh = bureau.OpenDb();
        Assert.True(await fresh.Audit.AnyAsync(a => a.Id == id));
    }

    /// <summary>Bulk statements pass by the tracker: none may name the audit.</summary>
    [Fact]
    public void Sources_BulkStatements_NoneTouchesTheAudit()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DataBureau.sln")))
            folder = folder.Parent!;
        var sources = Directory.EnumerateFiles(Path.Combine(folder.FullName, "DataBureau.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal)).ToList();
        var bulk = new Regex(@"\bAudit\b[^;]*\.Execute(Update|Delete)|Set<AuditRow>[^;]*\.Execute(Update|Delete)|(UPDATE|DELETE FROM|TRUNCATE)[^;]*\baudit\b", RegexOptions.IgnoreCase | RegexOptions.Singleline, TimeSpan.FromSeconds(5));

        Assert.True(sources.Count > 100);
        Assert.DoesNotContain(sources, f => bulk.IsMatch(File.ReadAllText(f)));
        Assert.Matches(bulk, "await db.Audit.Where(a => a.At < old)\n.ExecuteDeleteAsync();");
    }

    private async Task<long> WriteAsync()
    {
        await using var db = bureau.OpenDb();
        var row = new AuditRow { At = bureau.Clock.Now, UserName = "甲某", Action = "account.sign-in", Summary = "原样", Succeeded = true };
        db.Audit.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }
}
