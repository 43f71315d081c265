using System.Collections.Concurrent;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataBureau.Tests.Features.Hosting;

/// <summary>A node hears what the others did, once, and not what it did itself.</summary>
public sealed class NodeWatchTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Look_ActOfAnotherNode_IsToldOnceWithItsVersion()
    {
        using var node = new Node(bureau);
        var view = await bureau.EntryAsync(Contents.Complete("甲节点的目录"), CatalogueAction.Submit);

        await node.Watch.LookAsync(default);
        await node.Watch.LookAsync(default);

        Assert.Equal([1, 2], node.Heard(view.Id).Select(c => c.Version).Order());
        Assert.All(node.Heard(view.Id), c => Assert.Equal((CatalogueEntry.Kind, true), (c.Kind, c.ActorName.Length > 0)));
    }

    [Fact]
    public async Task Look_OwnActs_AreNotToldAgain()
    {
        var own = bureau.Services.GetRequiredService<WorkflowNotifier>();
        using var node = new Node(bureau, own);
        var view = await bureau.EntryAsync(Contents.Complete("自己的目录"), CatalogueAction.Submit, CatalogueAction.Return);
        node.Clear();

        await node.Watch.LookAsync(default);

        Assert.Empty(node.Heard(view.Id));
        Assert.DoesNotContain(node.All, c => c.Kind == Notification.Kind);
    }

    [Fact]
    public async Task Look_RowCommittedLateWithAnEarlierTime_IsTold()
    {
        using var node = new Node(bureau);
        var id = Guid.NewGuid();
        await bureau.EntryAsync(Contents.Complete("其间的目录"));
        await node.Watch.LookAsync(default);
        Assert.Empty(node.Heard(id));

        await AddAsync(Row(id, 1, bureau.Clock.Now - TimeSpan.FromSeconds(20)));
        await node.Watch.LookAsync(default);

        Assert.Single(node.Heard(id));
    }

    [Fact]
    public async Task Look_NoteWithoutAVersion_IsTold()
    {
        using var node = new Node(bureau);
        var id = Guid.NewGuid();
        await AddAsync(Row(id, null, bureau.Clock.Now));

        await node.Watch.LookAsync(default);

        Assert.Equal(0, Assert.Single(node.Heard(id)).Version);
    }

    [Fact]
    public async Task Look_NotificationWrittenAndReadElsewhere_ItsOwnerIsToldEachTime()
    {
        using var node = new Node(bureau);
        Guid user;
        await using (var db = bureau.OpenDb())
        {
            user = await db.Users.Where(u => u.UserName == "leader").Select(u => u.Id).SingleAsync();
            await NotificationWriter.AddAsync(db, [user], new NotificationText(NotificationCategory.Copied, null, "请知悉", "请知悉。", "/"), bureau.Clock.Now);
            await db.SaveChangesAsync();
        }

        await node.Watch.LookAsync(default);
        Assert.Single(node.Heard(user));
        await bureau.AsAsync<NotificationService, int>("leader", s => s.MarkReadAsync());
        await node.Watch.LookAsync(default);
        await node.Watch.LookAsync(default);

        Assert.Equal(2, node.Heard(user).Count);
    }

    [Fact]
    public async Task Look_MoreRowsThanCanBeToldApart_AreToldByKindAndOnlyOnce()
    {
        using var node = new Node(bureau);
        var kind = "flood";
        await AddAsync([.. Enumerable.Range(0, NodeWatch.Limit + 500).Select(i => Row(Guid.NewGuid(), 1, bureau.Clock.Now + TimeSpan.FromMilliseconds(i), kind))]);

        await node.Watch.LookAsync(default);
        var first = node.All.Count(c => c.Kind == kind && c.CaseId == Guid.Empty);
        await node.Watch.LookAsync(default);

        Assert.Equal(1, first);
        Assert.Single(node.All, c => c.Kind == kind && c.CaseId == Guid.Empty);
        await using var db = bureau.OpenDb();
        await db.History.Where(h => h.CaseKind == kind).ExecuteDeleteAsync();
    }

    /// <summary>A morning's reminders are written at one instant; the database returns such rows in whatever order it finds them.</summary>
    [Fact]
    public async Task Look_MoreNotificationsOfOneInstantThanCanBeToldApart_AreToldOnce()
    {
        using var node = new Node(bureau);
        await using var db = bureau.OpenDb();
        var user = await db.Users.Where(u => u.UserName == "leader").Select(u => u.Id).SingleAsync();
        const string Title = "同一时刻的提醒";
        for (var i = 0; i < NodeWatch.Limit + 1500; i++)
            await NotificationWriter.AddAsync(db, [user], new NotificationText(NotificationCategory.Copied, null, Title, $"提醒 {i}", "/"), bureau.Clock.Now);
        await db.SaveChangesAsync();
        await node.Watch.LookAsync(default);
        var first = Assert.Single(node.All, c => c == Notification.ChangedOf(Guid.Empty));
        node.Clear();
        var written = db.Notifications.Where(n => n.Title == Title);
        await written.OrderBy(n => n.Id).Take(1500).ExecuteUpdateAsync(s => s.SetProperty(n => n.Title, n => n.Title));

        await node.Watch.LookAsync(default);

        Assert.DoesNotContain(node.All, c => c.Kind == first.Kind);
        await written.ExecuteDeleteAsync();
    }

    [Fact]
    public async Task Look_NobodyHasAPageOpen_AsksNothing()
    {
        var notifier = new WorkflowNotifier(NullLogger<WorkflowNotifier>.Instance);
        var contexts = new CountingFactory(bureau.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>());
        var watch = new NodeWatch(contexts, notifier, bureau.Clock);

        await watch.LookAsync(default);
        Assert.Equal(0, contexts.Opened);
        using var page = notifier.Subscribe(_ => Task.CompletedTask);
        await watch.LookAsync(default);

        Assert.Equal(1, contexts.Opened);
    }

    [Fact]
    public async Task Look_AfterALongOutage_TellsWhatWasMissed()
    {
        using var node = new Node(bureau);
        await node.Watch.LookAsync(default);
        var view = await bureau.EntryAsync(Contents.Complete("断线期间的目录"));
        bureau.Clock.Advance(TimeSpan.FromMinutes(30));

        await node.Watch.LookAsync(default);

        Assert.Single(node.Heard(view.Id));
    }

    private static HistoryEntry Row(Guid id, int? version, DateTimeOffset at, string kind = "test") => new()
    {
        Id = Guid.NewGuid(), CaseKind = kind, CaseId = id, CaseVersion = version, Action = "提交", FromState = null, ToState = "草稿", ActorId = Guid.NewGuid(), ActorName = "某人", OrganisationName = "某单位", At = at,
    };

    private async Task AddAsync(params IReadOnlyList<HistoryEntry> rows)
    {
        await using var db = bureau.OpenDb();
        db.History.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>Another node over the same database, with one page open.</summary>
    private sealed class Node : IDisposable
    {
        private readonly ConcurrentQueue<CaseChanged> _heard = new();
        private readonly IDisposable _page;

        public Node(BureauFixture bureau, WorkflowNotifier? notifier = null)
        {
            notifier ??= new WorkflowNotifier(NullLogger<WorkflowNotifier>.Instance);
            Watch = new NodeWatch(bureau.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), notifier, bureau.Clock);
            _page = notifier.Subscribe(change =>
            {
                _heard.Enqueue(change);
                return Task.CompletedTask;
            });
        }

        public NodeWatch Watch { get; }

        public IReadOnlyList<CaseChanged> All => [.. _heard];

        public IReadOnlyList<CaseChanged> Heard(Guid id) => [.. _heard.Where(c => c.CaseId == id)];

        public void Clear() => _heard.Clear();

        public void Dispose() => _page.Dispose();
    }

    private sealed class CountingFactory(IDbContextFactory<BureauDbContext> inner) : IDbContextFactory<BureauDbContext>
    {
        public int Opened { get; private set; }

        public BureauDbContext CreateDbContext()
        {
            Opened++;
            return inner.CreateDbContext();
        }
    }
}
