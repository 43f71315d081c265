using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Entries among the cases of all kinds. A department brings them by the thousand: what it brought is shown by package.</summary>
internal sealed class CatalogueBook : CaseBook<CatalogueState>
{
    private const string Loose = "未编入批次的目录";

    private static readonly CatalogueState[] Gone = [CatalogueState.Superseded, CatalogueState.Discarded];

    public override string Kind => CatalogueEntry.Kind;

    protected override Permission View => CataloguePermissions.View;

    protected override string Href(Guid id) => $"/catalogue/{id}";

    protected override (string Act, CaseSide Side)? Awaited(CatalogueState state) => CatalogueWorkflow.Table.AwaitedIn(state) is var (_, side) ? (ReviewInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<CatalogueState>> Visible(BureauDbContext db, Actor actor) =>
        db.CatalogueEntries.AsNoTracking().VisibleTo(actor, View).Select(e => new BookedCase<CatalogueState> { Id = e.Id, Title = e.Content.Name, State = e.State, OrganisationId = e.ProviderId, AuthorityId = e.AuthorityId, UpdatedAt = e.UpdatedAt });

    public override async Task<IReadOnlyList<StartedCase>> StartedAsync(BureauDbContext db, Actor actor, string text, CancellationToken cancellationToken)
    {
        var bodies = actor.BodiesWith(View);
        if (bodies.Count == 0)
            return [];
        var groups = await InPackages(db, text).Where(e => bodies.Contains(e.ProviderId) && !Gone.Contains(e.State))
            .GroupBy(e => new { e.ProviderId, e.PackageId, e.State }).Select(g => new { g.Key, Count = g.Count(), UpdatedAt = g.Max(e => e.UpdatedAt) })
            .Join(db.Organisations, g => g.Key.ProviderId, o => o.Id, (g, o) => new { g.Key.ProviderId, g.Key.PackageId, g.Key.State, g.Count, g.UpdatedAt, Body = o.Name }).ToListAsync(cancellationToken);
        var packages = groups.Select(g => g.PackageId).OfType<Guid>().Distinct().ToList();
        var titles = packages.Count == 0 ? [] : await db.ReviewPackages.AsNoTracking().Where(p => packages.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, cancellationToken);
        return
        [
            .. groups.GroupBy(g => (g.ProviderId, g.PackageId, g.Body)).Select(g => new StartedCase(
                Kind, null, g.Key.PackageId is { } id ? titles[id] : Loose, string.Join('，', g.OrderBy(x => x.State).Select(x => $"{x.State.ChineseName()} {x.Count}")),
                g.Any(x => Awaited(x.State) is not null) ? Waits([.. g.Select(x => x.State)]) : null,
                $"/catalogue?package={g.Key.PackageId?.ToString() ?? CatalogueFilterQuery.NoPackage}&provider={g.Key.ProviderId}", g.Key.Body, g.Max(x => x.UpdatedAt))
            {
                Count = g.Sum(x => x.Count),
            }),
        ];
    }

    /// <summary>By the title under which a line is shown: the package's, or that there is none.</summary>
    private static IQueryable<CatalogueEntry> InPackages(BureauDbContext db, string text)
    {
        var entries = db.CatalogueEntries.AsNoTracking();
        if (text.Length == 0)
            return entries;
        var packages = db.ReviewPackages.Having(text, p => p.Title).Select(p => p.Id);
        var loose = Loose.Contains(text, StringComparison.OrdinalIgnoreCase);
        return entries.Where(e => (e.PackageId != null && packages.Contains(e.PackageId.Value)) || (loose && e.PackageId == null));
    }

    /// <summary>Of a package, what is furthest behind says who has to act.</summary>
    private string Waits(IReadOnlyList<CatalogueState> states) =>
        Awaited(states.Where(s => Awaited(s) is not null).Min()) is var (act, side) ? $"{(side == CaseSide.Owner ? "本单位" : "数据主管部门")}：{act}" : "";
}
