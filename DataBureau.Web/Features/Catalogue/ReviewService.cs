using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>A package with entries that wait for the reader.</summary>
public sealed record PackageCount(Guid Id, string Title, int Count);

/// <summary>What waits for the reader, and in which capacity.</summary>
public sealed record ReviewDesk(bool IsReviewer, bool IsHead, int Waiting, IReadOnlyList<PackageCount> Packages);

/// <summary>A waiting entry with what the automatic check says of it.</summary>
/// <param name="Row">The entry.</param>
/// <param name="Findings">How many of each severity.</param>
/// <param name="Deadline">By when it is to be judged.</param>
public sealed record ReviewRow(CatalogueRow Row, IReadOnlyDictionary<FindingSeverity, int> Findings, DeadlineView? Deadline)
{
    /// <summary>The gravest that was found; null when nothing was.</summary>
    public FindingSeverity? Gravest => Findings.Count == 0 ? null : Findings.Keys.Min();

    public string FindingWords => Gravest is { } gravest ? $"{gravest.ChineseName()} {Findings[gravest]}" : "无问题";
}

/// <summary>The reviewers' queue: the bureau's for what was sent to it, the department head's for what waits inside the department.</summary>
public sealed class ReviewService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, PolicyLibrary policies, DeadlineReader deadlines)
{
    private const int PackagesShown = 30;
    private const int Handful = 500;

    public async Task<ReviewDesk> DeskAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new ReviewDesk(false, false, 0, []);
        var waiting = Waiting(db, actor);
        var packages = await waiting.Where(e => e.PackageId != null).GroupBy(e => e.PackageId).Select(g => new { Id = g.Key!.Value, Count = g.Count() })
            .Join(db.ReviewPackages, g => g.Id, p => p.Id, (g, p) => new { g.Id, p.Title, g.Count, p.CreatedAt }).OrderByDescending(p => p.CreatedAt).Take(PackagesShown).ToListAsync(cancellationToken);
        return new ReviewDesk(actor.Holds(CataloguePermissions.Review), actor.Holds(CataloguePermissions.SignOff), await waiting.CountAsync(cancellationToken), [.. packages.Select(p => new PackageCount(p.Id, p.Title, p.Count))]);
    }

    public async Task<Page<ReviewRow>> ListAsync(CatalogueFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<ReviewRow>([], 0);
        var entries = Waiting(db, actor).Matching(filter, db);
        var rows = await entries.Ordered(filter, db).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).AsRows(db).ToListAsync(cancellationToken);
        return new Page<ReviewRow>(await CheckAsync(db, rows, cancellationToken), await entries.CountAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<EntryRef>> ListRefsAsync(CatalogueFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor ? []
            : await Waiting(db, actor).Matching(filter, db).Ordered(filter, db).Take(CatalogueService.BatchLimit).AsRefs().ToListAsync(cancellationToken);
    }

    /// <summary>The entry to judge after this one: of the same package first, then what has waited longest. Null when nothing waits.</summary>
    public async Task<Guid?> NextAsync(Guid judged, Guid? packageId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor ? null
            : await Waiting(db, actor).Where(e => e.Id != judged && e.State != CatalogueState.Approved)
                .OrderBy(e => e.PackageId == packageId ? 0 : 1).ThenBy(e => e.SubmittedAt).ThenBy(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancellationToken);
    }

    public async IAsyncEnumerable<ReviewRow> StreamAsync(CatalogueFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        // The rows are still coming from the one connection while the deadlines of a handful are asked for on another.
        await using var beside = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = Waiting(db, actor).Matching(filter, db).Ordered(filter, db).AsRows(db).AsAsyncEnumerable();
        await foreach (var handful in rows.Chunk(Handful).WithCancellation(cancellationToken))
            foreach (var row in await CheckAsync(beside, handful, cancellationToken))
                yield return row;
    }

    /// <summary>The filter of an address: all that waits, the longest-waiting first.</summary>
    public static CatalogueFilter Read(ListQuery query)
    {
        var filter = CatalogueFilterQuery.Read(query);
        return filter with
        {
            States = filter.States.Count > 0 ? filter.States : [CatalogueState.DepartmentReview, CatalogueState.UnderReview, CatalogueState.Approved],
            Sort = filter.Sort ?? nameof(CatalogueEntry.SubmittedAt),
            Descending = filter.Sort is not null && filter.Descending,
        };
    }

    private static IQueryable<CatalogueEntry> Waiting(BureauDbContext db, Actor actor) => db.CatalogueEntries.AsNoTracking().AwaitingJudgement(actor);

    private async Task<IReadOnlyList<ReviewRow>> CheckAsync(BureauDbContext db, IReadOnlyList<CatalogueRow> rows, CancellationToken cancellationToken)
    {
        var due = await deadlines.OfCasesAsync(db, CatalogueEntry.Kind, [.. rows.Select(r => r.Id)], cancellationToken);
        return [.. rows.Select(row =>
        {
            var findings = CatalogueCheck.Findings(row.Content, policies.For(row.RegionCode));
            return new ReviewRow(row, findings.CountBy(f => f.Severity).ToDictionary(), due.GetValueOrDefault(row.Id));
        })];
    }
}
