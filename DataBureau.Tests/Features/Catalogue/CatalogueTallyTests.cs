using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>Whatever is done to the entries, by whom and how many at once: the sums are the numbers of entries.</summary>
[Trait("Category", "Service")]
public sealed class CatalogueTallyTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static int _names;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Sums_AfterARandomWalkOfManyAtOnce_AreTheNumbersOfEntries(int seed)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 12; i++)
            ids.Add(await NewAsync());

        // Four people at once over the same few entries, compacting meanwhile: most acts are refused or come too late.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => WalkAsync(ids, new Random((seed * 10) + worker))).Append(CompactAsync(20)));

        await AgreeAsync();
        await using (var db = bureau.OpenDb())
            Assert.NotEmpty(await db.CatalogueTallies.SumsAsync(default));
        await CompactAsync(1);
        await AgreeAsync();
        await using (var after = bureau.OpenDb())
            Assert.False(await after.CatalogueTallies.AnyAsync(t => !t.Merged));
    }

    [Fact]
    public async Task Sums_AfterImportsRevisionsAndRefusedFiles_AreTheNumbersOfEntries()
    {
        var kit = new ImportKit(bureau);
        var names = Enumerable.Range(0, 30).Select(_ => ImportKit.Name()).ToList();
        await kit.ImportAsync(ImportKit.Csv(names.Select(n => ImportKit.Row(n))));
        await AgreeAsync();
        await kit.ImportAsync(ImportKit.Csv(names.Select(n => ImportKit.Row(n, sharing: "有条件共享"))));
        await kit.ImportAsync(ImportKit.Csv(ImportKit.Row(names[0], frequency: "看情况"), ImportKit.Row(ImportKit.Name())), accept: ImportAcceptance.Good);
        await AgreeAsync();

        using var stop = new CancellationTokenSource();
        var request = await kit.RequestAsync(ImportKit.Csv(Enumerable.Range(0, 3000).Select(_ => ImportKit.Row(ImportKit.Name()))));
        var before = await CountAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => kit.RunAsync(request, "liaison", ImportAcceptance.All, new StopAtFirst(stop), stop.Token));
        Assert.Equal(before, await CountAsync());
        await AgreeAsync();
    }

    [Fact]
    public async Task Save_RolledBackOrRefusedByTheDatabase_CountsNothing()
    {
        await using var db = bureau.OpenDb();
        var (provider, actor) = await ProviderAsync(db);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.CatalogueEntries.Add(Draft(provider, actor, "将被撤销的目录"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        db.ChangeTracker.Clear();
        await AgreeAsync();

        var name = $"同名目录{Interlocked.Increment(ref _names)}";
        db.CatalogueEntries.Add(Draft(provider, actor, name));
        await db.SaveChangesAsync();
        var second = Draft(provider, actor, name);
        db.CatalogueEntries.Add(second);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        // The same context goes on: what was refused is not counted by the next save either.
        db.Entry(second).State = EntityState.Detached;
        db.CatalogueEntries.Add(Draft(provider, actor, $"另一目录{Interlocked.Increment(ref _names)}"));
        await db.SaveChangesAsync();
        await AgreeAsync();
        Assert.Empty(db.ChangeTracker.Entries<CatalogueTally>());
    }

    [Fact]
    public async Task Save_HeadGivenUpByTwoAtOnce_OneFailsInsteadOfCountingTwice()
    {
        var id = await NewAsync();
        await using var first = bureau.OpenDb();
        await using var second = bureau.OpenDb();
        (await first.CatalogueEntries.SingleAsync(e => e.Id == id)).MakeRoomForRevision();
        (await second.CatalogueEntries.SingleAsync(e => e.Id == id)).MakeRoomForRevision();

        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        await AgreeAsync();
    }

    [Fact]
    public async Task InsertMany_ByCopy_WritesTheContentAndCounts()
    {
        await using var db = bureau.OpenDb();
        var (provider, actor) = await ProviderAsync(db);
        var entries = Enumerable.Range(0, 50).Select(i => Draft(provider, actor, $"批量目录{Interlocked.Increment(ref _names)}", i % 2 == 0 ? SharingAttribute.Conditional : null)).ToList();
        var before = await CountAsync();

        await db.InsertManyAsync(entries, default);

        Assert.Equal(before + 50, await CountAsync());
        await AgreeAsync();
        await using var fresh = bureau.OpenDb();
        var read = await fresh.CatalogueEntries.SingleAsync(e => e.Id == entries[0].Id);
        Assert.Equal(entries[0].Content with { Items = read.Content.Items, RelatedCodes = read.Content.RelatedCodes, Format = read.Content.Format }, read.Content);
        Assert.Equal(entries[0].Content.Items, read.Content.Items);
        Assert.Equal(entries[0].Content.Format?.ToString(), read.Content.Format?.ToString());
        await using (var transaction = await db.Database.BeginTransactionAsync())
            await db.InsertManyAsync([Draft(provider, actor, "不要的目录")], default);
        await AgreeAsync();
    }

    [Fact]
    public async Task Rebuild_AfterTheTableWasDamaged_PutsEverySumRight()
    {
        await NewAsync();
        await using var db = bureau.OpenDb();
        var (provider, _) = await ProviderAsync(db);
        await db.CatalogueTallies.Where(t => t.State == CatalogueState.Draft).ExecuteDeleteAsync();
        db.Add(CatalogueTally.Of(new TallyKey(provider.Id, provider.RegionCode, CatalogueState.Retired, true, null, null), 7));
        await db.SaveChangesAsync();
        var check = bureau.Services.GetRequiredService<TallyCheck>();
        Assert.NotEmpty(await check.DifferencesAsync(default));

        await Task.WhenAll(check.RebuildAsync(default), NewAsync(), NewAsync());

        await AgreeAsync();
    }

    private async Task WalkAsync(List<Guid> ids, Random random)
    {
        string[] people = ["liaison", "head", "reviewer", "bureaulead"];
        var actions = Enum.GetValues<CatalogueAction>();
        for (var step = 0; step < 60; step++)
        {
            await using var db = bureau.OpenDb();
            var id = ids[random.Next(ids.Count)];
            // Another revision of it, sometimes.
            var lineage = await db.CatalogueEntries.Where(e => e.LineageId == id).OrderByDescending(e => e.Revision).Select(e => new { e.Id, e.Version, e.State }).ToListAsync();
            var chosen = lineage[random.Next(lineage.Count)];
            var likely = CatalogueWorkflow.Table.Transitions.Where(r => r.From == chosen.State).ToList();
            var action = likely.Count > 0 && random.Next(4) > 0 ? likely[random.Next(likely.Count)].Action : actions[random.Next(actions.Length)];
            var who = people[random.Next(people.Length)];
            if (random.Next(6) == 0)
                await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.SaveAsync(chosen.Id, chosen.Version, Contents.Complete($"改名目录{Interlocked.Increment(ref _names)}") with { Sharing = random.Next(2) == 0 ? SharingAttribute.Unconditional : null }));
            else
                await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.ActAsync(chosen.Id, chosen.Version, action, "按规定办理。"));
        }
    }

    private async Task CompactAsync(int times)
    {
        for (var i = 0; i < times; i++)
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => bureau.Services.GetRequiredService<TallyCompactor>().RunAsync(default)));
    }

    private async Task AgreeAsync() => Assert.Empty(await bureau.Services.GetRequiredService<TallyCheck>().DifferencesAsync(default));

    private async Task<int> CountAsync()
    {
        await using var db = bureau.OpenDb();
        var sum = await db.CatalogueTallies.SumAsync(t => t.Change);
        Assert.Equal(await db.CatalogueEntries.CountAsync(), sum);
        return sum;
    }

    private async Task<Guid> NewAsync() => Assert.IsType<Outcome<CatalogueDetailView>.Done>(
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.CreateAsync(Contents.Complete($"计数目录{Interlocked.Increment(ref _names)}")))).View.Id;

    private static async Task<(Organisation Provider, Actor Actor)> ProviderAsync(BureauDbContext db)
    {
        var id = await db.Users.Where(u => u.UserName == "liaison").Select(u => u.Id).SingleAsync();
        var actor = (await db.ReadActorAsync(id, default))!;
        return (await db.Organisations.SingleAsync(o => o.Id == actor.OrganisationId), actor);
    }

    private CatalogueEntry Draft(Organisation provider, Actor actor, string name, SharingAttribute? sharing = SharingAttribute.Unconditional) =>
        CatalogueEntry.Draft(Guid.CreateVersion7(), provider.Id, provider.RegionCode, null, Contents.Complete(name) with { Sharing = sharing }, actor, bureau.Clock.Now);

    private sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value is { Stage: "导入", Done: > 0 })
                stop.Cancel();
        }
    }
}
