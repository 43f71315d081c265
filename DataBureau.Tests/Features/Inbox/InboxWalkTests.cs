using System.Globalization;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Identity;
using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace DataBureau.Tests.Features.Inbox;

/// <summary>
/// The invariant of 待办, over all workflows: a case lies in a person's inbox exactly when the workflow's table says that it waits
/// for an act of that person. Checked for every demo person after random acts of random people.
/// </summary>
[Trait("Category", "Service")]
public sealed class InboxWalkTests(BureauFixture bureau, ITestOutputHelper output) : IClassFixture<BureauFixture>
{
    private const int Steps = 240;
    private const int StepsBetween = 60;

    private readonly Dictionary<string, Actor> _people = [];
    private readonly List<string> _holes = [];

    [Fact]
    public async Task Todo_AfterRandomActsOfRandomPeople_IsWhatTheTablesWaitFor()
    {
        await bureau.Services.SeedCasesAsync(120);
        await GiveSecondRolesAsync();
        var (random, done) = (new Random(20261120), new SortedDictionary<string, int>(StringComparer.Ordinal));
        await CheckAsync("as seeded");
        await bureau.MakeOwnCasesAsync();
        await CheckAsync("with own cases");
        for (var step = 1; step <= Steps; step++)
        {
            if (await StepAsync(random) is { } name)
                done[name] = done.GetValueOrDefault(name) + 1;
            if (step % StepsBetween == 0)
            {
                // Days go by: rounds and terms run out.
                bureau.Clock.Advance(TimeSpan.FromDays(7));
                await CheckAsync($"after {step} steps");
            }
        }

        await CheckBatchAsync();
        await using (var db = bureau.OpenDb())
            await db.Organisations.Where(o => o.Name == "太原市工业和信息化局" || o.Name == "太原市大数据应用局").ExecuteUpdateAsync(s => s.SetProperty(o => o.AbolishedAt, bureau.Clock.Now));
        await CheckAsync("after two bodies were abolished");
        output.WriteLine(string.Join('、', done.Select(d => $"{d.Key} {d.Value.ToString(CultureInfo.InvariantCulture)}")));
        Assert.True(done.Count > 20, $"Only {done.Count} different acts were done.");
        Assert.True(_holes.Count == 0, string.Join('\n', _holes.Take(60)) + $"\n({_holes.Count} in all)");
    }

    /// <summary>Who makes a case and who judges it are one person in some offices: nobody judges their own.</summary>
    private async Task GiveSecondRolesAsync()
    {
        (string Person, Role[] Roles)[] more = [("liaison", [Role.DepartmentHead]), ("planner", [Role.DepartmentHead, Role.Reviewer, Role.BureauLead]), ("reviewer", [Role.Liaison]), ("govinfo", [Role.DepartmentHead]), ("filing", [Role.Liaison, Role.DepartmentHead])];
        await using var db = bureau.OpenDb();
        foreach (var person in DemoPeople.All)
            foreach (var role in more.FirstOrDefault(m => m.Person == person.UserName.Split('.')[0]).Roles ?? [])
                if (await db.Users.SingleAsync(u => u.UserName == person.UserName) is var user && (person.RegionCode != DemoPeople.County.RegionCode || role != Role.BureauLead))
                    db.Grants.Add(new UserGrant { Id = Guid.NewGuid(), UserId = user.Id, OrganisationId = user.OrganisationId, Role = role, Scope = GrantRules.ScopesOf(role)[0] });
        await db.SaveChangesAsync();
    }

    /// <summary>One possible act of somebody on some case.</summary>
    private async Task<string?> StepAsync(Random random)
    {
        var (_, ids, load) = WalkedCases.All[random.Next(WalkedCases.All.Count)];
        await using var scope = bureau.Services.CreateAsyncScope();
        await using var db = bureau.OpenDb();
        var all = await ids(db).OrderBy(id => id).ToListAsync();
        if (all.Count == 0)
            return null;
        var found = await load(scope.ServiceProvider, db, all[random.Next(all.Count)], bureau.Clock.Now);
        var people = await PeopleAsync();
        var possible = people.SelectMany(p => found.ActsOf(p.Value).Where(a => a.IsPossible).Select(a => (Who: p.Key, Act: a))).ToList();
        if (possible.Count == 0)
            return null;
        // Mostly what is waited for: a walk that withdraws and discards as often gets nowhere.
        var due = random.Next(5) == 0 ? [] : possible.Where(p => p.Act.IsDue).ToList();
        var (who, act) = due.Count > 0 ? due[random.Next(due.Count)] : possible[random.Next(possible.Count)];
        await using var acting = await bureau.AsAsync(who);
        await act.DoAsync(acting.ServiceProvider);
        return $"{found.Kind} {act.Name}";
    }

    private async Task CheckAsync(string when)
    {
        await using var scope = bureau.Services.CreateAsyncScope();
        _people.Clear();
        var people = await PeopleAsync();
        var awaited = people.Keys.ToDictionary(p => p, _ => new SortedDictionary<string, int>(StringComparer.Ordinal));
        var holes = new List<string>();
        foreach (var (_, ids, load) in WalkedCases.All)
        {
            await using var db = bureau.OpenDb();
            foreach (var id in await ids(db).ToListAsync())
            {
                var found = await load(scope.ServiceProvider, db, id, bureau.Clock.Now);
                foreach (var (who, actor) in people)
                {
                    var (acts, writes) = (found.ActsOf(actor).Any(a => a.IsDue), found.Writes(actor));
                    if (!acts && !writes)
                        continue;
                    if (!found.IsVisible(actor))
                        holes.Add($"{when}: {who} is to act on {found.Kind} {found.State} and may not see it");
                    var key = found.Kind == CatalogueEntry.Kind ? found.Group : $"{found.Kind} {id} {found.State}";
                    awaited[who][key] = awaited[who].GetValueOrDefault(key) + 1;
                }

                db.ChangeTracker.Clear();
            }
        }

        foreach (var (who, keys) in awaited)
            holes.AddRange((await CompareAsync(who, keys)).Select(h => $"{when}: {who}: {h}"));
        _holes.AddRange(holes);
    }

    /// <summary>What can be done with several lines at once is due in each of them, and the line knows its case as it stands: of every kind, one is done.</summary>
    private async Task CheckBatchAsync()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (who, actor) in await PeopleAsync())
        {
            await using var scope = await bureau.AsAsync(who);
            var batch = scope.ServiceProvider.GetRequiredService<InboxBatchService>();
            foreach (var item in (await scope.ServiceProvider.GetRequiredService<InboxService>().ListAsync(new ListQuery { PageSize = 100_000 }, default)).Rows)
            {
                var offered = batch.ActsOf(actor, item);
                if (offered.Count == 0 || item.Target is not CaseTarget target)
                    continue;
                await using var db = bureau.OpenDb();
                var found = await WalkedCases.All.Single(k => k.Kind == item.Kind).Load(scope.ServiceProvider, db, target.Id, bureau.Clock.Now);
                // 通过 and 定稿 are told apart by the kind of plan, which no line knows: one of them is.
                var due = found.ActsOf(actor).Where(a => a.IsDue).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
                if (due.Contains("通过") || due.Contains("定稿"))
                    due.UnionWith(["通过", "定稿"]);
                _holes.AddRange(offered.Where(a => !due.Contains(a.Name)).Select(a => $"{who}: {item.Kind} {found.State} offers {a.Name} among several and it is not due"));
                if (done.Add($"{item.Kind} {offered[0].Name}"))
                    _holes.AddRange((await batch.ActAsync([item], offered[0].Name, "按规定办理。")).Failures.Where(l => l.Refusal is null).Select(l => $"{who}: {item.Kind} {offered[0].Name}: {l.Sentence}"));
            }
        }

        output.WriteLine("in a batch: " + string.Join('、', done.Order(StringComparer.Ordinal)));
        Assert.True(done.Count > 5, $"Only {done.Count} different acts are offered in a batch.");
    }

    private async Task<IEnumerable<string>> CompareAsync(string who, SortedDictionary<string, int> awaited)
    {
        var items = (await bureau.AsAsync<InboxService, Page<InboxItem>>(who, s => s.ListAsync(new ListQuery { PageSize = 100_000 }, default))).Rows;
        var counts = await bureau.AsAsync<InboxService, IReadOnlyDictionary<string, int>>(who, s => s.CountsAsync(default));
        var holes = new List<string>();
        if (counts.GetValueOrDefault(InboxService.CountKey) != items.Sum(i => i.Count))
            holes.Add($"the menu says {counts.GetValueOrDefault(InboxService.CountKey)}, the lines say {items.Sum(i => i.Count)}");
        foreach (var group in items.Where(i => i.Kind == CatalogueEntry.Kind))
            if (awaited.GetValueOrDefault(group.Href) != group.Count)
                holes.Add($"{group.Href}: {group.Count} in the inbox, {awaited.GetValueOrDefault(group.Href)} awaited");
        var lines = items.Where(i => i.CaseId is not null).Select(i => $"{i.Kind} {i.CaseId}").ToHashSet();
        var expected = awaited.Keys.Where(k => k[0] != '/').ToDictionary(k => k[..k.LastIndexOf(' ')], k => k);
        holes.AddRange(lines.Where(l => !expected.ContainsKey(l)).Select(l => $"{l} lies in the inbox and nothing is awaited: {items.First(i => l == $"{i.Kind} {i.CaseId}").Act}"));
        holes.AddRange(items.Where(i => i.CaseId is not null && expected.GetValueOrDefault($"{i.Kind} {i.CaseId}")?.EndsWith(" " + i.Act, StringComparison.Ordinal) == true).Select(i => $"{i.Title}: nobody has said what is asked for in the state {i.Act}"));
        holes.AddRange(expected.Where(e => !lines.Contains(e.Key)).Select(e => $"{e.Value} is awaited and does not lie in the inbox"));
        holes.AddRange(awaited.Keys.Where(k => k[0] == '/' && items.All(i => i.Href != k)).Select(k => $"{k} is awaited and does not lie in the inbox"));
        return holes;
    }

    private async Task<IReadOnlyDictionary<string, Actor>> PeopleAsync()
    {
        if (_people.Count > 0)
            return _people;
        await using var db = bureau.OpenDb();
        foreach (var person in DemoPeople.All)
            _people[person.UserName] = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == person.UserName).Select(u => u.Id).SingleAsync(), default))!;
        return _people;
    }
}
