using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations;

/// <summary>One organisation as the page needs it, and the questions that only the register can answer.</summary>
internal static class OrganisationCase
{
    public const string Kind = "organisation";

    private static readonly CatalogueState[] OpenStates =
        [CatalogueState.Draft, CatalogueState.DepartmentReview, CatalogueState.UnderReview, CatalogueState.Returned, CatalogueState.Approved];

    public static Task<Organisation?> LoadAsync(BureauDbContext db, Actor actor, Guid id, CancellationToken cancellationToken) =>
        db.Organisations.WithinReach(actor, AdministrationPermissions.Organisations).FirstOrDefaultAsync(o => o.Id == id, cancellationToken);

    /// <summary>Puts a new organisation into the register, with its history and its audit row; saving is the act's business.</summary>
    public static void Register(BureauDbContext db, AuditLog audit, Actor actor, Organisation organisation, DateTimeOffset now)
    {
        db.Organisations.Add(organisation);
        db.History.Add(Step(organisation, "登记", null, actor, null, now));
        audit.Add(db, actor, "organisations.Create", $"登记单位「{organisation.Name}」", Kind, organisation.Id.ToString(), after: OrganisationFields.ForAudit(OrganisationContent.Of(organisation)));
    }

    public static HistoryEntry Step(Organisation organisation, string action, OrganisationStatus? from, Actor actor, string? comment, DateTimeOffset now) =>
        CaseHistory.Step(Kind, organisation.Id, organisation.Version, action, from?.ChineseName(), (organisation.AbolishedAt is null ? OrganisationStatus.Live : OrganisationStatus.Abolished).ChineseName(), comment, actor, now);

    /// <summary>What stands in the way of registering this, everything at once.</summary>
    /// <param name="existing">The organisation that is edited; null for a new one.</param>
    public static async Task<Refusal?> CheckAsync(BureauDbContext db, Actor actor, OrganisationContent content, Organisation? existing)
    {
        var region = await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Code == content.RegionCode);
        var refusals = OrganisationRules.Check(content, region, existing?.Code).ToList();
        if (region is not null && !actor.Holds(AdministrationPermissions.Organisations, new CaseLocation(existing?.Id ?? Guid.Empty, region.Code, null)))
            refusals.Add(OrganisationRefusals.RegionOutOfReach(region.Name));
        if (existing is not null && existing.RegionCode != content.RegionCode && await db.CatalogueEntries.CountAsync(e => e.ProviderId == existing.Id) is > 0 and var entries)
            refusals.Add(OrganisationRefusals.RegionFixed(entries));
        if (await NameTakenAsync(db, content.Name, content.RegionCode, existing?.Id) is { } nameTaken)
            refusals.Add(nameTaken);
        if (content.Code is { } code && code != existing?.Code && await CodeTakenAsync(db, code, existing?.Id) is { } codeTaken)
            refusals.Add(codeTaken);
        return OrganisationRefusals.All(refusals);
    }

    public static async Task<Refusal?> NameTakenAsync(BureauDbContext db, string name, string regionCode, Guid? except)
    {
        var key = NameKey.Of(name);
        if (key.Length == 0)
            return null;
        var other = await db.Organisations.AsNoTracking().Where(o => o.RegionCode == regionCode && o.NameKey == key && o.AbolishedAt == null && o.Id != except)
            .Join(db.Regions, o => o.RegionCode, r => r.Code, (o, r) => new { o.Name, Region = r.Name }).FirstOrDefaultAsync();
        return other is null ? null : OrganisationRefusals.NameTaken(other.Name, other.Region);
    }

    public static async Task<Refusal?> CodeTakenAsync(BureauDbContext db, string code, Guid? except) =>
        await db.Organisations.AsNoTracking().Where(o => o.Code == code && o.Id != except).Select(o => o.Name).FirstOrDefaultAsync() is { } holder
            ? OrganisationRefusals.CodeTaken(code, holder)
            : null;

    public static async Task<OrganisationView> ProjectAsync(BureauDbContext db, Organisation organisation, CancellationToken cancellationToken)
    {
        var id = organisation.Id;
        var states = await db.CatalogueEntries.AsNoTracking().Where(e => e.ProviderId == id && OpenStates.Contains(e.State))
            .GroupBy(e => e.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var waiting = await db.CatalogueEntries.CountAsync(e => e.AuthorityId == id && e.ProviderId != id && e.State == CatalogueState.UnderReview, cancellationToken);
        List<OpenWork> open = [.. states.OrderBy(s => s.State).Select(s => new OpenWork($"本单位目录：{s.State.ChineseName()}", s.Count))];
        if (waiting > 0)
            open.Add(new OpenWork("其他单位送审，待本单位审核的目录", waiting));
        var users = await db.Users.CountAsync(u => u.OrganisationId == id && u.DisabledAt == null, cancellationToken);
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == id).OrderBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        return new OrganisationView(id, organisation.Version, OrganisationContent.Of(organisation), organisation.IsProvisionalCode, organisation.AbolishedAt, users, open,
            await WarningsAsync(db, organisation, cancellationToken), history);
    }

    /// <summary>Said, not refused: a region may have reasons for what looks odd.</summary>
    private static async Task<IReadOnlyList<string>> WarningsAsync(BureauDbContext db, Organisation organisation, CancellationToken cancellationToken)
    {
        if (organisation.AbolishedAt is not null || !organisation.Responsibilities.HasFlag(Responsibilities.DataAuthority))
            return [];
        var others = await db.Organisations.AsNoTracking()
            .Where(o => o.RegionCode == organisation.RegionCode && o.Id != organisation.Id && o.AbolishedAt == null && (o.Responsibilities & Responsibilities.DataAuthority) != Responsibilities.None)
            .OrderBy(o => o.Code).Select(o => o.Name).ToListAsync(cancellationToken);
        return others.Count == 0 ? [] : [$"本行政区划还登记了其他数据主管部门：{string.Join('、', others)}。目录只会送其中代码最小的一个审核，请核对职责登记。"];
    }
}
