using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>Region by kind: how far each is, with one query for all plans of the rows.</summary>
public sealed class PlanMatrixService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, PolicyLibrary policies, TimeProvider clock)
{
    /// <summary>Beyond so many regions the filter offers no counties: a province has a hundred.</summary>
    private const int MostChoices = 40;

    /// <param name="filter">Which regions.</param>
    /// <param name="permission">To see it, or to take it away.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PlanMatrix> ReadAsync(PlanMatrixFilter filter, Permission permission, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor ? await ReadAsync(db, actor, filter, permission, cancellationToken) : PlanMatrix.Empty;
    }

    /// <summary>The same for an actor who has been read, in the transaction of the caller.</summary>
    internal async Task<PlanMatrix> ReadAsync(BureauDbContext db, Actor actor, PlanMatrixFilter filter, Permission permission, CancellationToken cancellationToken)
    {
        var (reach, today) = (new PlanMatrixReach(actor, permission), ChinaTime.DateOf(clock.GetUtcNow()));
        // In memory: the regions are few, and whether a level has plans is the policy's to say.
        var all = await db.Regions.AsNoTracking().OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var names = all.ToDictionary(r => r.Code, r => r.Name, StringComparer.Ordinal);
        var mine = all
            .Where(r => reach.SeesRow(r.Code) && policies.For(r.Code).Plans.At(r.Level).Any(rule => reach.SeesCell(r.Code, rule))).ToList();
        var rows = mine.Where(r => (filter.RegionCode is null || RegionCodes.Contains(filter.RegionCode, r.Code)) && (filter.Level is null || r.Level == filter.Level)).ToList();
        var plans = await PlansAsync(db, rows, actor, today, cancellationToken);
        var drafts = await DraftersAsync(db, actor, cancellationToken);
        var overdue = await OverdueAsync(db, today, cancellationToken);
        var groups = rows.GroupBy(r => policies.For(r.Code).Plans)
            .Select(g => Group(g.Key, [.. g], names, filter, (region, rule) => reach.SeesCell(region, rule) ? Cell(region, rule, plans[(region, rule.Kind)].FirstOrDefault(), overdue, drafts) : null));
        return new PlanMatrix([.. groups.Where(g => g.Rows.Count > 0)], [.. Choices(mine)]);
    }

    /// <summary>The plans of the rows that count today, the one that speaks for its cell first.</summary>
    private static async Task<ILookup<(string, string), Standing>> PlansAsync(BureauDbContext db, List<Region> rows, Actor actor, DateOnly today, CancellationToken cancellationToken)
    {
        var hidden = Enum.GetValues<PlanState>().Where(s => PlanStandings.Of(s) == PlanStanding.None).ToList();
        var (codes, year) = (rows.Select(r => r.Code).ToList(), today.Year);
        var found = await db.Plans.AsNoTracking()
            .Where(p => codes.Contains(p.RegionCode) && !hidden.Contains(p.State) && (p.Content.PeriodTo == null || p.Content.PeriodTo >= year))
            .Select(p => new { p.Id, p.Kind, p.RegionCode, p.State, p.Edition, p.OrganisationId, p.RecipientId, p.Content.PeriodFrom, p.Content.PeriodTo, p.Content.Title }).ToListAsync(cancellationToken);
        return found
            .OrderByDescending(p => (p.PeriodFrom ?? year) <= year)
            .ThenByDescending(p => PlanWorkflow.IsEffective(p.State)).ThenByDescending(p => p.PeriodTo ?? year).ThenByDescending(p => p.Edition).ThenBy(p => p.Id)
            .ToLookup(p => (p.RegionCode, p.Kind), p => new Standing(p.Id, p.State, IsVisible(actor, new CaseLocation(p.OrganisationId, p.RegionCode, p.RecipientId)) ? p.Title : null));
    }

    /// <summary>For each region in which the reader may draft: what the body is responsible for.</summary>
    private static async Task<Dictionary<string, Responsibilities>> DraftersAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        var bodies = actor.Grants.Where(g => g.Permission == PlanPermissions.Draft).Select(g => g.OrganisationId).Distinct().ToList();
        return bodies.Count == 0 ? [] : (await db.Organisations.AsNoTracking().Where(o => bodies.Contains(o.Id)).Select(o => new { o.RegionCode, o.Responsibilities }).ToListAsync(cancellationToken))
            .GroupBy(o => o.RegionCode, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Aggregate(Responsibilities.None, (held, o) => held | o.Responsibilities), StringComparer.Ordinal);
    }

    private static PlanMatrixGroup Group(PlanPolicy kinds, List<Region> regions, Dictionary<string, string> names, PlanMatrixFilter filter, Func<string, PlanRule, PlanMatrixCell?> cell)
    {
        var shown = kinds.Kinds.Where(k => regions.Any(r => k.Levels.Contains(r.Level))).ToList();
        var lines = regions.Select(r => (Region: r, Cells: shown.ConvertAll(k => k.Levels.Contains(r.Level) ? cell(r.Code, k) : null))).Where(l => l.Cells.Exists(filter.Shows)).ToList();
        var within = Codes(lines.Select(l => l.Region));
        var rows = lines.ConvertAll(l => new PlanMatrixRow(l.Region.Code, l.Region.Name, names.GetValueOrDefault(RegionCodes.Parent(l.Region.Code)), l.Region.Level, Depth(l.Region, within), [.. l.Cells.Select(c => filter.Shows(c) ? c : null)], PlanMatrixCounts.Of(l.Cells)));
        var used = Enumerable.Range(0, shown.Count).Where(i => rows.Any(r => r.Cells[i] is not null)).ToList();
        return new PlanMatrixGroup(regions[0].Name, [.. used.Select(i => Column(shown[i], shown))], [.. rows.Select(r => r with { Cells = [.. used.Select(i => r.Cells[i])] })]);
    }

    /// <summary>Under the rule's own name; with the levels where several kinds have the same.</summary>
    public static PlanMatrixColumn Column(PlanRule rule, IEnumerable<PlanRule> all) => new(
        rule.Kind, all.Count(k => k.Name == rule.Name) == 1 ? rule.Name : $"{rule.Name}（{string.Join('、', rule.Levels.Select(l => l.ChineseName()))}）",
        $"{rule.Name}：{rule.DrafterWords}编制，{(rule.Approver == PlanApprover.None ? "未规定批准" : $"{rule.Approver.ChineseName()}批准")}{(rule.Filing is { } f ? $"，报{f.Words}备案" : "")}{(rule.Published ? "，向社会公布" : "")}。");

    private static PlanMatrixCell Cell(string region, PlanRule rule, Standing? plan, HashSet<Guid> overdue, Dictionary<string, Responsibilities> drafts) => plan is null
        ? new PlanMatrixCell(PlanStanding.None, null, null, drafts.TryGetValue(region, out var held) && rule.MayDraft(held) ? $"/plans/new?kind={Uri.EscapeDataString(rule.Kind)}" : null)
        : new PlanMatrixCell(overdue.Contains(plan.Id) ? PlanStanding.Overdue : PlanStandings.Of(plan.State), plan.State, plan.Title, plan.Title is null ? null : $"/plans/{plan.Id}");

    private static bool IsVisible(Actor actor, CaseLocation place) => actor.Holds(PlanPermissions.View, place) || actor.Holds(PlanPermissions.View, CaseSide.Authority, place);

    private static int Depth(Region region, HashSet<string> within) => RegionCodes.SelfAndAbove(region.Code).Skip(1).Count(within.Contains);

    private static HashSet<string> Codes(IEnumerable<Region> regions) => regions.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);

    // Full-width spaces: a select shows no other indentation.
    private static IEnumerable<(string, string)> Choices(List<Region> regions)
    {
        var above = Codes(regions);
        return regions.Where(r => r.Level != RegionLevel.County || regions.Count < MostChoices).Select(r => (r.Code, new string('　', Depth(r, above)) + r.Name));
    }

    /// <summary>Plans with a step whose time limit has run out; a clock that stands still has no due date.</summary>
    private static async Task<HashSet<Guid>> OverdueAsync(BureauDbContext db, DateOnly today, CancellationToken cancellationToken) =>
        [.. await DeadlineReader.Open(db, Plan.CaseKind).Where(d => d.DueOn != null && d.DueOn < today).Select(d => d.CaseId).Distinct().ToListAsync(cancellationToken)];

    /// <summary>The plan that speaks for a cell; without title for those who may not open it.</summary>
    private sealed record Standing(Guid Id, PlanState State, string? Title);
}
