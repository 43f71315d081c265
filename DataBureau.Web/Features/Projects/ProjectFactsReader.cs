using DataBureau.Domain;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Consultations;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>What the acceptance gate finds in a data list.</summary>
internal sealed record GateFacts(int Total, IReadOnlyList<DataItemFinding> Findings, IReadOnlyList<DataItemDifference> Differing, IReadOnlyList<DataItemRelease> Released);

/// <summary>Reads what the guards of projects and annual plans have to know of the world around them.</summary>
internal static class ProjectFactsReader
{
    public static async Task<ProjectFacts> ReadAsync(BureauDbContext db, Project project, CancellationToken cancellationToken)
    {
        var plan = project.AnnualPlanId is { } id ? await db.AnnualPlans.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.State, p.Content.Title }).FirstOrDefaultAsync(cancellationToken) : null;
        var registered = project.Content.NewComponents.Count == 0 ? []
            : await db.SharedComponents.AsNoTracking().Where(c => c.Content.ProjectId == project.Id && c.Status != ComponentStatus.Retired).Select(c => c.NameKey).ToListAsync(cancellationToken);
        var gate = ProjectWorkflow.GateMatters(project.State) ? await GateAsync(db, project, cancellationToken) : new GateFacts(await db.ProjectDataItems.CountAsync(i => i.ProjectId == project.Id, cancellationToken), [], [], []);
        return new ProjectFacts
        {
            Consultation = await ConsultationAsync(db, Project.CaseKind, project.Id, cancellationToken),
            PlanState = plan?.State,
            PlanTitle = plan?.Title,
            DataItemCount = gate.Total,
            Findings = gate.Findings,
            Differing = gate.Differing,
            Released = gate.Released,
            RegisteredComponents = registered.ToHashSet(StringComparer.Ordinal),
            Register = await RegisterAsync(db, project.RegionCode, project.Content.Reuse, cancellationToken),
        };
    }

    /// <summary>J05: what the register has of what these rows name, in the region and above it; a neighbour's register is not ours to build on.</summary>
    private static async Task<IReadOnlyList<RegisteredComponent>> RegisterAsync(BureauDbContext db, string regionCode, IEnumerable<ReuseRow> rows, CancellationToken cancellationToken)
    {
        var named = rows.Where(r => r.Conclusion == ReuseConclusion.Reusable && r.ComponentName is not null).ToList();
        if (named.Count == 0)
            return [];
        List<Guid> ids = [.. named.Select(r => r.ComponentId).OfType<Guid>().Distinct()];
        List<string> keys = [.. named.Select(r => NameKey.Of(r.ComponentName!)).Distinct()];
        List<string> regions = [.. RegionCodes.SelfAndAbove(regionCode)];
        return await db.SharedComponents.AsNoTracking().Where(c => EF.Parameter(regions).Contains(c.RegionCode) && (EF.Parameter(ids).Contains(c.Id) || EF.Parameter(keys).Contains(c.NameKey)))
            .Select(c => new RegisteredComponent(c.Id, c.Content.Name, c.NameKey, c.Status == ComponentStatus.Retired)).ToListAsync(cancellationToken);
    }

    /// <summary>J07 in three questions at most, however long the list is.</summary>
    public static async Task<GateFacts> GateAsync(BureauDbContext db, Project project, CancellationToken cancellationToken)
    {
        var items = await db.ProjectDataItems.AsNoTracking().Where(i => i.ProjectId == project.Id).OrderBy(i => i.Position)
            .Select(i => new GateItem(i.Id, i.Name, i.PlannedEntry ?? i.Name, i.LineageId, i.ReleasedAt != null)).ToListAsync(cancellationToken);
        var entries = items.All(i => i.LineageId is null) ? [] : await db.CatalogueEntries.AsNoTracking()
            .Where(e => db.ProjectDataItems.Any(i => i.ProjectId == project.Id && i.LineageId == e.LineageId))
            .Select(e => new GateEntry(e.LineageId, e.Id, e.ProviderId, e.State, e.Content.Name)).ToListAsync(cancellationToken);
        var released = !items.Any(i => i.IsReleased) ? [] : await db.ProjectDataItems.AsNoTracking().Where(i => i.ProjectId == project.Id && i.ReleasedAt != null).OrderBy(i => i.Position).ToListAsync(cancellationToken);
        return new GateFacts(items.Count, AcceptanceGate.Check(project.OrganisationId, items, entries), AcceptanceGate.Differing(items, entries), [.. released.Select(i => i.Release).OfType<DataItemRelease>()]);
    }

    public static async Task<AnnualPlanFacts> ReadAsync(BureauDbContext db, AnnualPlan plan, CancellationToken cancellationToken)
    {
        var projects = await db.Projects.AsNoTracking().Where(p => p.AnnualPlanId == plan.Id && p.State != ProjectState.Terminated).OrderBy(p => p.Content.Name).Select(p => new { p.Content.Name, p.RegionCode, p.Content.Reuse }).ToListAsync(cancellationToken);
        var registers = new Dictionary<string, IReadOnlyList<RegisteredComponent>>(StringComparer.Ordinal);
        foreach (var region in projects.GroupBy(p => p.RegionCode, StringComparer.Ordinal))
            registers[region.Key] = await RegisterAsync(db, region.Key, region.SelectMany(p => p.Reuse), cancellationToken);
        return new AnnualPlanFacts(await ConsultationAsync(db, AnnualPlan.CaseKind, plan.Id, cancellationToken), projects.Count,
            [.. projects.Where(p => ProjectCheck.Reuse(p.Reuse, registers[p.RegionCode]).Any()).Select(p => p.Name)]);
    }

    private static async Task<ConsultationFact> ConsultationAsync(BureauDbContext db, string kind, Guid id, CancellationToken cancellationToken) => await ConsultationReader.StateForAsync(db, kind, id, cancellationToken) switch
    {
        ConsultationStanding.Concluded c => new ConsultationFact(ConsultationStage.Concluded, c.Id, c.Number).Against(
            await ChangedSinceAsync(db, kind, id, c.BegunAt, cancellationToken), kind == AnnualPlan.CaseKind ? await ListedSinceAsync(db, id, c.BegunAt, cancellationToken) : []),
        ConsultationStanding.Open o => new ConsultationFact(ConsultationStage.Open, o.Id, null),
        _ => ConsultationFact.None,
    };

    /// <summary>The projects of a plan that came, went or were changed as drafts after that moment; the consultation was held on the list as it was.</summary>
    private static async Task<IReadOnlyList<ListedProjectChange>> ListedSinceAsync(BureauDbContext db, Guid planId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (draft, ended, edits) = (ProjectState.Draft.ChineseName(), ProjectState.Terminated.ChineseName(), ProjectSteps.Edits);
        var steps = await (from h in db.History.AsNoTracking()
                           join p in db.Projects.AsNoTracking() on h.CaseId equals p.Id
                           where h.CaseKind == Project.CaseKind && p.AnnualPlanId == planId && h.CaseVersion != null && h.At > since
                               && (h.FromState == null || h.ToState == ended || (EF.Parameter(edits).Contains(h.Action) && h.ToState == draft))
                           orderby p.Content.Name, p.Id, h.CaseVersion
                           select new { p.Id, p.Content.Name, Added = h.FromState == null, Ended = h.ToState == ended }).ToListAsync(cancellationToken);
        return [.. steps.GroupBy(s => s.Id).Where(g => !(g.Any(s => s.Added) && g.Any(s => s.Ended)))
            .Select(g => new ListedProjectChange(g.First().Name, g.Any(s => s.Ended) ? ListedChange.Ended : g.Any(s => s.Added) ? ListedChange.Added : ListedChange.Edited)),
            .. await StruckSinceAsync(db, planId, since, cancellationToken)];
    }

    /// <summary>The projects that were taken off the list. They no longer say whose list it was: the plan's own step does, which was written in the same moment by the same person.</summary>
    private static async Task<IReadOnlyList<ListedProjectChange>> StruckSinceAsync(BureauDbContext db, Guid planId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var names = await (from h in db.History.AsNoTracking()
                           join u in db.History.AsNoTracking() on new { h.At, h.ActorId } equals new { u.At, u.ActorId }
                           join p in db.Projects.AsNoTracking() on u.CaseId equals p.Id
                           where h.CaseKind == AnnualPlan.CaseKind && h.CaseId == planId && h.Action == ProjectSteps.Struck && h.At > since
                               && u.CaseKind == Project.CaseKind && u.Action == ProjectSteps.Unlisted && p.CreatedAt <= since
                           orderby p.Content.Name, p.Id
                           select p.Content.Name).ToListAsync(cancellationToken);
        return [.. names.Select(n => new ListedProjectChange(n, ListedChange.Struck))];
    }

    /// <summary>Whether the content was changed as a draft after that moment; what is filled in later, as progress and approval, was never consulted on.</summary>
    private static Task<bool> ChangedSinceAsync(BureauDbContext db, string kind, Guid id, DateTimeOffset since, CancellationToken cancellationToken)
    {
        string[] drafts = [ProjectState.Draft.ChineseName(), AnnualPlanState.Draft.ChineseName()];
        var edits = ProjectSteps.Edits;
        return db.History.AnyAsync(h => h.CaseKind == kind && h.CaseId == id && EF.Parameter(edits).Contains(h.Action) && drafts.Contains(h.ToState) && h.At > since, cancellationToken);
    }
}
