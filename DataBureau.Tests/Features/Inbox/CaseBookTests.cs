using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Inbox;

/// <summary>What the database finds by title is what a reader of all the titles would find, for each kind of case and for different people.</summary>
[Trait("Category", "Service")]
public sealed class CaseBookTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await bureau.Services.SeedCasesAsync(200);
        await using var db = bureau.OpenDb();
        foreach (var (title, n) in new[] { "ETC 通行记录", "etc 门架（Ｅｔｃ）", "100%覆盖率", "下划_线", "é 与 É" }.Select((t, n) => (t, n)))
        {
            var id = await db.Plans.Where(p => p.RegionCode.StartsWith("14")).OrderBy(p => p.Id).Skip(n).Select(p => p.Id).FirstAsync();
            await db.Plans.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Content.Title, title));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("leader")]
    [InlineData("liaison")]
    [InlineData("reviewer")]
    [InlineData(PlanKit.Head)]
    [InlineData(PlanKit.Officer)]
    [InlineData("liaison.fujian")]
    [InlineData("sysadmin")]
    public async Task About_EveryKind_FindsTheTitlesThatTheReaderMaySee(string who)
    {
        await using var db = bureau.OpenDb();
        var reader = await ReaderAsync(db, who);
        foreach (var book in bureau.Services.GetServices<CaseBook>())
        {
            var cards = await book.CardsAsync(db, reader, await WalkedCases.All.Single(k => k.Kind == book.Kind).Ids(db).ToListAsync(), default);
            string[] parts = ["etc", "ETC", "Ｅ", "ｅ", "é", "É", "%", "_", "'", "[数]", "年", "没有这样的", .. cards.Values.Take(3).Select(c => c.Title[(c.Title.Length / 2)..].ToUpperInvariant())];
            foreach (var part in parts)
                Assert.Equal(cards.Values.Where(c => Has(c.Title, part)).Select(c => c.Id).Order(), (await (book.About(db, reader, part)?.ToListAsync() ?? Task.FromResult(new List<Guid>()))).Order());
        }
    }

    [Fact]
    public async Task About_ATitleWithLatinLetters_FoundInCapitalsOrNot()
    {
        await using var db = bureau.OpenDb();
        var reader = await ReaderAsync(db, "leader");
        var plans = bureau.Services.GetServices<CaseBook>().Single(b => b.Kind == DataBureau.Domain.Plans.Plan.CaseKind);

        string[] parts = ["etc", "EtC", "Ｅｔｃ", "100%", "1%0", "划_"];
        var found = new List<int>();
        foreach (var part in parts)
            found.Add(await plans.About(db, reader, part)!.CountAsync());
        Assert.Equal([2, 2, 1, 1, 0, 1], found);
    }

    /// <summary>PostgreSQL under the order of code points knows the capitals of ASCII only; SQL Server goes by its collation.</summary>
    private static bool Has(string title, string part) => TestDatabases.OnSqlServer ? title.Contains(part, StringComparison.OrdinalIgnoreCase) : Ascii(title).Contains(Ascii(part), StringComparison.Ordinal);

    private static string Ascii(string text) => string.Concat(text.Select(c => char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) : c));

    private static async Task<Actor> ReaderAsync(BureauDbContext db, string who) => (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == who).Select(u => u.Id).SingleAsync(), default))!;
}
