using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Entries of a body that ends, and entries that a data authority reviews. What is no longer in use stays with the body that had it.</summary>
internal sealed class CatalogueMove : CaseMove<CatalogueEntry>
{
    // So many are named; a long list is solved by narrowing the catalogue to the provider.
    private const int Named = 50;

    private static readonly CatalogueState[] Living = [CatalogueState.Draft, CatalogueState.DepartmentReview, CatalogueState.UnderReview, CatalogueState.Returned, CatalogueState.Approved, CatalogueState.Published];

    public override int Order => 10;

    protected override string Kind => CatalogueEntry.Kind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var own = await Own(db, shift).GroupBy(e => e.State == CatalogueState.Published).Select(g => new { Published = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var reviewed = await Reviewed(db, shift).CountAsync(cancellationToken);
        return Lines(
            new MoveLine("数据目录", "编制中、审核中的目录", own.Where(o => !o.Published).Sum(o => o.Count), MoveFate.Moves, "状态不变，由承接单位继续办理。"),
            new MoveLine("数据目录", "已发布的目录", own.Where(o => o.Published).Sum(o => o.Count), MoveFate.Moves, "提供方改为承接单位，继续有效。"),
            new MoveLine("数据目录", "由其审核的各单位目录", reviewed, MoveFate.Moves, "审核部门改为承接单位。"));
    }

    /// <summary>Two bodies may have an entry of one name, or of one code; one body may not. What gets another name with the change counts under that.</summary>
    public override async Task<IReadOnlyList<RefusalDetail>> ClashesAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        if (Heads(db, shift) is not { } heads)
            return [];
        var (renamed, keys) = (shift.NewNames.Keys.ToList(), shift.NewNames.Values.Select(NameKey.Of).ToList());
        var kept = heads.Where(e => !EF.Parameter(renamed).Contains(e.Id));
        var names = kept.GroupBy(e => e.NameKey).Where(g => g.Count() > 1).Select(g => g.Key);
        var codes = heads.Where(e => e.Code != null).GroupBy(e => e.Code).Where(g => g.Count() > 1).Select(g => g.Key);
        var others = await RowsAsync(db, kept.Where(e => names.Contains(e.NameKey) || EF.Parameter(keys).Contains(e.NameKey) || codes.Contains(e.Code)), cancellationToken);
        var given = renamed.Count == 0 ? [] : (await RowsAsync(db, heads.Where(e => EF.Parameter(renamed).Contains(e.Id)), cancellationToken)).ConvertAll(r => (Before: r, After: r with { Name = shift.NewNames[r.Id], Key = NameKey.Of(shift.NewNames[r.Id]) }));
        List<HeadRow> all = [.. others, .. given.Select(g => g.After)];
        var wrong = given.Where(g => !CatalogueWorkflow.IsRenamable(g.Before.State)).Select(g => $"{g.Before.Body}「{g.Before.Name}」当前状态是「{g.Before.State.ChineseName()}」，不能在机构调整中改名。请由提供单位先办理变更。")
            .Concat(given.Where(g => g.After.Name.Length > CatalogueContent.NameLimit || g.After.Key.Length == 0).Select(g => $"{g.Before.Body}「{g.Before.Name}」的新名称应是不超过 {CatalogueContent.NameLimit} 字的名称，请重新填写。"));
        var sameName = all.GroupBy(f => f.Key, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"目录名称「{g.First().Name}」重复：{string.Join('、', g.Select(f => $"{f.Body}（{f.State.ChineseName()}）"))}。请先更名、合并或作废其中的目录。");
        var sameCode = all.Where(f => f.Code is not null).GroupBy(f => f.Code, StringComparer.Ordinal).Where(g => g.Count() > 1 && g.Select(f => f.Key).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(g => $"目录代码「{g.Key}」重复：{string.Join('、', g.Select(f => $"{f.Body}「{f.Name}」"))}。请先改正其中的代码。");
        return [.. wrong.Concat(sameName).Concat(sameCode).Take(Named).Select(s => new RefusalDetail(null, s))];
    }

    public override async Task<IReadOnlyList<RenamableCase>> RenamableAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        if (Heads(db, shift) is not { } heads)
            return [];
        var names = heads.GroupBy(e => e.NameKey).Where(g => g.Count() > 1).Select(g => g.Key);
        var found = await RowsAsync(db, heads.Where(e => names.Contains(e.NameKey)), cancellationToken);
        return [.. found.Where(f => CatalogueWorkflow.IsRenamable(f.State)).Select(f => new RenamableCase(f.Id, f.Name, f.State.ChineseName(), f.Body))];
    }

    public override async Task MoveAsync(BureauDbContext db, MoveAct act)
    {
        await RenameAsync(db, act);
        await base.MoveAsync(db, act);
        if (!act.Shift.Whole)
            return;
        var (sources, to) = (act.Shift.Sources, act.Shift.To!.Id);
        // A package is found by the body of its entries.
        await db.ReviewPackages.Where(p => EF.Parameter(sources).Contains(p.OrganisationId) && db.CatalogueEntries.Any(e => e.PackageId == p.Id && e.ProviderId == to))
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.OrganisationId, to));
    }

    /// <summary>While each is still where it was: in the body that takes over there is no room for two of one name.</summary>
    private static async Task RenameAsync(BureauDbContext db, MoveAct act)
    {
        var ids = act.Shift.NewNames.Keys.ToList();
        if (ids.Count == 0 || Heads(db, act.Shift) is not { } heads)
            return;
        foreach (var entry in await heads.AsTracking().Where(e => EF.Parameter(ids).Contains(e.Id)).ToListAsync())
        {
            var (before, state) = (entry.Content.Name, entry.State.ChineseName());
            entry.Rename(act.Shift.NewNames[entry.Id], act.Now);
            db.History.Add(CaseHistory.Step(CatalogueEntry.Kind, entry.Id, entry.Version, Act, state, state, $"名称由「{before}」改为「{entry.Content.Name}」，以免与同一单位的其他目录重名（{act.Document}）。", act.Actor, act.Now));
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>What would lie in one body. What stays behind in its old body is in nobody's way; what the successor has is, in use or not. Null where nothing comes together.</summary>
    private static IQueryable<CatalogueEntry>? Heads(BureauDbContext db, OrganisationShift shift)
    {
        if (!shift.Whole || shift.To is not { Id: var to })
            return null;
        var sources = shift.Sources;
        return db.CatalogueEntries.AsNoTracking().Where(e => e.IsHead && ((EF.Parameter(sources).Contains(e.ProviderId) && EF.Parameter(Living).Contains(e.State)) || e.ProviderId == to));
    }

    private static Task<List<HeadRow>> RowsAsync(BureauDbContext db, IQueryable<CatalogueEntry> heads, CancellationToken cancellationToken) =>
        heads.OrderBy(e => e.NameKey).ThenBy(e => e.Code).ThenBy(e => e.Id).Take(Named * 2)
            .Join(db.Organisations, e => e.ProviderId, o => o.Id, (e, o) => new HeadRow(e.Id, e.NameKey, e.Content.Name, e.Code, e.State, o.Name)).ToListAsync(cancellationToken);

    private sealed record HeadRow(Guid Id, string Key, string Name, string? Code, CatalogueState State, string Body);

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        [.. (await Own(db, shift).Select(e => e.Id).ToListAsync(cancellationToken)).Union(await Reviewed(db, shift).Select(e => e.Id).ToListAsync(cancellationToken))];

    protected override void Pass(CatalogueEntry subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(), now);

    protected override Guid IdOf(CatalogueEntry subject) => subject.Id;

    protected override (int Version, string State) Stand(CatalogueEntry subject) => (subject.Version, subject.State.ChineseName());

    private static IQueryable<CatalogueEntry> Own(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, whole) = (shift.Sources, shift.Whole);
        return db.CatalogueEntries.AsNoTracking().Where(e => whole && EF.Parameter(sources).Contains(e.ProviderId) && EF.Parameter(Living).Contains(e.State));
    }

    private static IQueryable<CatalogueEntry> Reviewed(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, passes) = (shift.Sources, shift.Passes(Responsibilities.DataAuthority));
        return db.CatalogueEntries.AsNoTracking().Where(e => passes && e.AuthorityId != null && EF.Parameter(sources).Contains(e.AuthorityId.Value) && EF.Parameter(Living).Contains(e.State));
    }
}
