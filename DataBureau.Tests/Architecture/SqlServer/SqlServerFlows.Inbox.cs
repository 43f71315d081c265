using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static async Task InboxAsync(SqlServerWorkbench w)
    {
        w.PutEntry(CatalogueAction.Submit);
        foreach (var role in Enum.GetValues<Role>())
        {
            w.Become(role, GrantScope.Region);
            var items = await w.Get<InboxService>().StreamAsync(new ListQuery(), default).ToListAsync();
            Assert.Equal(role is Role.Liaison or Role.DepartmentHead or Role.Reviewer or Role.BureauLead, items.Count > 0);
            Assert.Equal(items.Count, (await w.Get<InboxService>().ListAsync(new ListQuery { PageSize = 100 }, default)).Total);
            Assert.Equal(items.Count > 0, (await w.Get<InboxService>().CountsAsync(default))[InboxService.CountKey] > 0);
        }
    }

    private static async Task InboxBatchAsync(SqlServerWorkbench w)
    {
        w.PutEntry(CatalogueAction.Submit);
        w.Become(Role.DepartmentHead, GrantScope.Region);
        var items = await w.Get<InboxService>().StreamAsync(new ListQuery(), default).ToListAsync();
        Assert.NotEmpty((await w.Get<InboxBatchService>().ActAsync([.. items.Where(i => i.Target is not null)], "退回", "请补充。")).Lines);
    }

    private static async Task DoneAsync(SqlServerWorkbench w)
    {
        var entry = w.PutEntry(CatalogueAction.Submit);
        w.Samples.Put(new HistoryEntry { Id = Guid.NewGuid(), CaseKind = CatalogueEntry.Kind, CaseId = entry.Id, CaseVersion = 2, Action = "提交", FromState = "草稿", ToState = "部门审核", ActorId = w.UserId, ActorName = "某人", OrganisationName = "某单位", At = DateTimeOffset.UnixEpoch });
        // Only with every right are all kinds searched.
        w.Become(Role.BureauLead, GrantScope.Region);
        foreach (var query in new[] { "", "?kind=catalogue&from=2026-01-01&to=2026-12-31&page=2", "?q=etc%_[" })
            Assert.Single((await w.Get<DoneService>().ListAsync(ListQuery.Parse(query), default)).Rows);
        Assert.Equal(entry.Content.Name, Assert.Single(await w.Get<DoneService>().StreamAsync(new ListQuery(), default).ToListAsync()).Title);
    }

    private static async Task StartedAsync(SqlServerWorkbench w)
    {
        w.PutEntry(CatalogueAction.Submit);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Liaison, scope);
            foreach (var query in new[] { "?state=open", "?q=etc%_[" })
                Assert.Single((await w.Get<StartedService>().ListAsync(ListQuery.Parse(query), default)).Rows);
        }

        Assert.Single(await w.Get<StartedService>().StreamAsync(new ListQuery(), default).ToListAsync());
    }

    private static async Task CopiesAsync(SqlServerWorkbench w)
    {
        var entry = w.PutEntry(CatalogueAction.Submit);
        w.Samples.Put(CaseCopy.Send(Guid.NewGuid(), CatalogueEntry.Kind, entry.Id, w.UserId, "请阅。", Somebody(w), DateTimeOffset.UnixEpoch));
        foreach (var query in new[] { "", "?read=no", "?read=yes&kind=catalogue&page=2", "?q=etc%_[" })
            Assert.Single((await w.Get<CopiesService>().ListAsync(ListQuery.Parse(query), default)).Rows);
        Assert.Single(await w.Get<CopiesService>().StreamAsync(new ListQuery(), default).ToListAsync());
        Assert.Equal(1, await w.Get<CopiesService>().UnreadAsync(default));
    }

    private static async Task CopyAsync(SqlServerWorkbench w)
    {
        var (entry, copies) = (w.PutEntry(CatalogueAction.Submit), w.Get<CopyService>());
        await copies.SearchAsync(CatalogueEntry.Kind, entry.Id, "某", default);
        // The only sample person is the reader: a person who may not be copied to.
        Assert.IsType<Outcome<IReadOnlyList<SentCopy>>.Refused>(await copies.SendAsync(CatalogueEntry.Kind, entry.Id, [w.UserId], "请阅。"));
        await copies.OpenAsync(CatalogueEntry.Kind, entry.Id, default);
        w.Samples.Put(CaseCopy.Send(Guid.NewGuid(), CatalogueEntry.Kind, entry.Id, w.UserId, "请阅。", Somebody(w), DateTimeOffset.UnixEpoch));
        await copies.OpenAsync(CatalogueEntry.Kind, entry.Id, default);
        foreach (var other in new[] { Guid.NewGuid(), w.UserId })
            await copies.SendAsync(CatalogueEntry.Kind, entry.Id, [other], "请阅。");
    }
}
