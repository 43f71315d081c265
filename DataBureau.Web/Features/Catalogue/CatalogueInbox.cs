using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Entries that wait for the head of the department or for the reviewer: a review package is one line.</summary>
internal sealed class ReviewInbox : InboxSource
{
    public override string Kind => CatalogueEntry.Kind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [CataloguePermissions.SignOff, CataloguePermissions.Review];

    public override string CountKey => "reviews";

    public override Task<int> CountAsync(InboxReader reader, CancellationToken cancellationToken) => reader.Db.CatalogueEntries.AsNoTracking().AwaitingJudgement(reader.Actor).CountAsync(cancellationToken);

    public override async Task<IReadOnlyList<InboxItem>> ItemsAsync(InboxReader reader, CancellationToken cancellationToken)
    {
        var db = reader.Db;
        var waiting = db.CatalogueEntries.AsNoTracking().AwaitingJudgement(reader.Actor);
        // Twice: a package may be of hundreds of departments, whose rows nobody reads one by one.
        var groups = await waiting.GroupBy(e => new { e.PackageId, e.State, e.ProviderId }).Select(g => new { g.Key, Count = g.Count(), Since = g.Min(e => e.UpdatedAt), Last = g.Max(e => e.UpdatedAt) })
            .Join(db.Organisations, g => g.Key.ProviderId, o => o.Id, (g, o) => new { g.Key.PackageId, g.Key.State, g.Count, g.Since, g.Last, Body = o.Name })
            .GroupBy(g => new { g.PackageId, g.State })
            .Select(g => new { g.Key, Count = g.Sum(x => x.Count), Since = g.Min(x => x.Since), Last = g.Max(x => x.Last), Bodies = g.Count(), Body = g.Min(x => x.Body)! }).ToListAsync(cancellationToken);
        if (groups.Count == 0)
            return [];
        var packages = groups.Select(g => g.Key.PackageId).OfType<Guid>().Distinct().ToList();
        var titles = await db.ReviewPackages.AsNoTracking().Where(p => packages.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, cancellationToken);
        // Only the clocks that run against those who judge: of all that run, a small part.
        var bodies = ActedOnWith.SelectMany(reader.Actor.BodiesWith).ToList();
        var due = (await waiting.Join(DeadlineReader.Open(db, Kind).Where(d => d.DueOn != null && bodies.Contains(d.OrganisationId)), e => e.Id, d => d.CaseId, (e, d) => new { e.PackageId, e.State, e.ProviderId, d.DueOn })
            .GroupBy(x => new { x.PackageId, x.State }).Select(g => new { g.Key, First = g.Min(x => x.DueOn) }).ToListAsync(cancellationToken)).ToDictionary(x => (x.Key.PackageId, x.Key.State), x => x.First);
        return
        [
            .. groups.Select(g => new InboxItem(
                Kind, null, g.Key.PackageId is { } id ? titles[id] : "未编入批次的目录", Words(g.Key.State), $"/reviews?package={g.Key.PackageId?.ToString() ?? CatalogueFilterQuery.NoPackage}&state={g.Key.State}",
                g.Bodies == 1 ? g.Body : $"{g.Body}等 {g.Bodies} 个单位", g.Since)
            {
                Count = g.Count,
                DueOn = due.GetValueOrDefault((g.Key.PackageId, g.Key.State)),
                Target = new PackageTarget(g.Key.PackageId, g.Key.State, g.Last),
            }),
        ];
    }

    /// <summary>What an entry in the state waits for.</summary>
    public static string Words(CatalogueState state) => state switch
    {
        CatalogueState.Draft => "补齐后提交部门审核",
        CatalogueState.Returned => "按意见修改后提交",
        CatalogueState.DepartmentReview => "部门审核",
        CatalogueState.UnderReview => "审核",
        CatalogueState.Approved => "发布",
        _ => state.ChineseName(),
    };
}

/// <summary>What a department has to compile or to mend: a line each for its drafts and for what was returned.</summary>
internal sealed class CompilingInbox : InboxSource
{
    public override string Kind => CatalogueEntry.Kind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [CataloguePermissions.Compile];

    public override Task<int> CountAsync(InboxReader reader, CancellationToken cancellationToken) => reader.Db.CatalogueEntries.AsNoTracking().AwaitingCompiler(reader.Actor).CountAsync(cancellationToken);

    public override async Task<IReadOnlyList<InboxItem>> ItemsAsync(InboxReader reader, CancellationToken cancellationToken)
    {
        var db = reader.Db;
        var waiting = db.CatalogueEntries.AsNoTracking().AwaitingCompiler(reader.Actor);
        var groups = await waiting.GroupBy(e => new { e.ProviderId, e.State }).Select(g => new { g.Key, Count = g.Count(), Since = g.Min(e => e.UpdatedAt) })
            .Join(db.Organisations, g => g.Key.ProviderId, o => o.Id, (g, o) => new { g.Key.ProviderId, g.Key.State, g.Count, g.Since, Body = o.Name }).ToListAsync(cancellationToken);
        if (groups.Count == 0)
            return [];
        // Only what was returned has a clock.
        var due = (await waiting.Where(e => e.State == CatalogueState.Returned).Join(DeadlineReader.Open(db, Kind).Where(d => d.DueOn != null), e => e.Id, d => d.CaseId, (e, d) => new { e.ProviderId, d.DueOn })
            .GroupBy(x => x.ProviderId).Select(g => new { g.Key, First = g.Min(x => x.DueOn) }).ToListAsync(cancellationToken)).ToDictionary(x => x.Key, x => x.First);
        return
        [
            .. groups.Select(g => g.State == CatalogueState.Returned
                ? new InboxItem(Kind, null, "退回修改的目录", ReviewInbox.Words(g.State), $"/catalogue?state={g.State}&provider={g.ProviderId}", g.Body, g.Since) { Count = g.Count, DueOn = due.GetValueOrDefault(g.ProviderId) }
                : new InboxItem(Kind, null, "目录草稿", ReviewInbox.Words(g.State), $"/catalogue?state={g.State}&provider={g.ProviderId}", g.Body, g.Since) { Count = g.Count }),
        ];
    }
}
