using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The lists of the brief, each by the query of the list that a figure of the dashboard opens.</summary>
internal static class BriefReader
{
    public static async Task<BriefList<OverdueRow>> OverdueAsync(FigureReading r, CancellationToken cancellationToken)
    {
        var late = new List<(string Kind, Deadline Deadline)>();
        foreach (var (source, kind, name, ids) in Kinds(r).Where(k => r.Sees(k.Source)))
        {
            var today = r.Today;
            late.AddRange((await DeadlineReader.Open(r.Db, kind).Where(d => d.DueOn != null && d.DueOn < today && ids.Contains(d.CaseId)).ToListAsync(cancellationToken)).Select(d => (name, d)));
        }

        var bodies = late.Select(d => d.Deadline.OrganisationId).Distinct().ToList();
        var names = await r.Db.Organisations.AsNoTracking().Where(o => EF.Parameter(bodies).Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return Cut([.. late.OrderBy(d => d.Deadline.DueOn).ThenBy(d => d.Deadline.Id).Select(d =>
            new OverdueRow(d.Kind, d.Deadline.Title, d.Deadline.CaseState, names[d.Deadline.OrganisationId], d.Deadline.DueOn!.Value, r.Calendar.CountBetween(d.Deadline.DueOn.Value, r.Today).OrNull))], late.Count);
    }

    public static async Task<BriefList<BriefRow>> PublishedAsync(FigureReading r, BriefPeriod period, CancellationToken cancellationToken)
    {
        if (!r.Sees(FigureSources.Catalogue))
            return new([], 0);
        var entries = r.Db.CatalogueEntries.AsNoTracking().VisibleTo(r.Actor, CataloguePermissions.View).Matching(CatalogueFilterQuery.Read(r.Within(period.Period)), r.Db);
        var rows = await entries.OrderBy(e => e.PublishedAt).ThenBy(e => e.Id).Take(BriefList<BriefRow>.Most)
            .Join(r.Db.Organisations, e => e.ProviderId, o => o.Id, (e, o) => new { e.Content.Name, Provider = o.Name, e.Code, e.PublishedAt }).ToListAsync(cancellationToken);
        return new([.. rows.OrderBy(x => x.PublishedAt).Select(x => new BriefRow("数据目录", x.Name, x.Provider, x.Code, x.PublishedAt!.Value))], await entries.CountAsync(cancellationToken));
    }

    public static async Task<BriefList<BriefRow>> FiledAsync(FigureReading r, BriefPeriod period, CancellationToken cancellationToken)
    {
        var (query, rows) = (r.Within(period.Period), new List<BriefRow>());
        if (r.Sees(FigureSources.Plans))
            rows.AddRange((await r.Db.Plans.AsNoTracking().VisibleTo(r.Actor, PlanPermissions.View).Matching(PlanFilter.Read(query), r.Actor, r.Db).AsRows(r.Db).ToListAsync(cancellationToken))
                .Select(p => new BriefRow("规划", p.Title, p.OrganisationName, p.FilingNumber, p.RecordedAt!.Value)));
        if (r.Sees(FigureSources.ImplementationPlans))
            rows.AddRange((await r.Db.ImplementationPlans.AsNoTracking().VisibleTo(r.Actor, ImplementationPlanPermissions.View).Matching(CaseFilter<ImplementationPlanState>.Read(query), r.Actor, r.Db)
                .Join(r.Db.Organisations, p => p.OrganisationId, o => o.Id, (p, o) => new { p.Content.Title, o.Name, p.FilingNumber, p.RecordedAt }).ToListAsync(cancellationToken)).Select(p => new BriefRow("实施方案", p.Title, p.Name, p.FilingNumber, p.RecordedAt!.Value)));
        if (r.Sees(FigureSources.Roster))
            rows.AddRange((await r.Db.Officers.AsNoTracking().VisibleTo(r.Actor, OfficerPermissions.View).Matching(OfficerFilter.Read(query), r.Actor, r.Db, r.Today)
                .Join(r.Db.Organisations, a => a.OrganisationId, o => o.Id, (a, o) => new { a.Content.PersonName, o.Name, a.FilingNumber, a.RecordedAt }).ToListAsync(cancellationToken)).Select(a => new BriefRow("首席数据官", a.PersonName, a.Name, a.FilingNumber, a.RecordedAt!.Value)));
        return Cut([.. rows.OrderBy(f => f.At)], rows.Count);
    }

    public static async Task<BriefList<BriefRow>> RepliedAsync(FigureReading r, BriefPeriod period, CancellationToken cancellationToken)
    {
        if (!r.Sees(FigureSources.Projects))
            return new([], 0);
        var rows = await r.Db.Projects.AsNoTracking().VisibleTo(r.Actor, ProjectPermissions.View).Matching(ProjectFilter.Read(r.Within(period.Period)), r.Actor, r.Db)
            .Join(r.Db.Organisations, p => p.OrganisationId, o => o.Id, (p, o) => new { p.Content.Name, Unit = o.Name, p.ReplyNumber, p.RepliedAt }).ToListAsync(cancellationToken);
        return Cut([.. rows.OrderBy(p => p.RepliedAt).Select(p => new BriefRow("项目", p.Name, p.Unit, p.ReplyNumber, p.RepliedAt!.Value))], rows.Count);
    }

    public static async Task<BriefList<ConcludedRow>> ConcludedAsync(FigureReading r, BriefPeriod period, CancellationToken cancellationToken)
    {
        if (!r.Sees(FigureSources.Consultations))
            return new([], 0);
        var rows = await r.Db.Consultations.AsNoTracking().VisibleTo(r.Actor, ConsultationPermissions.View).Matching(ConsultationFilter.Read(r.Within(period.Period)), r.Actor, r.Db, r.Today)
            .Join(r.Db.Organisations, c => c.ConvenorId, o => o.Id, (c, o) => new { c.Content.Title, Convenor = o.Name, c.Number, c.Content.Conclusion, c.ConcludedAt }).ToListAsync(cancellationToken);
        return Cut([.. rows.OrderBy(c => c.ConcludedAt).Select(c => new ConcludedRow(c.Title, c.Convenor, c.Number, c.Conclusion, c.ConcludedAt!.Value))], rows.Count);
    }

    /// <summary>For each kind of case: the cases that the overdue figure of the dashboard counts. A consultation's clocks are those of its units.</summary>
    private static IEnumerable<(FigureSource Source, string Kind, string Name, IQueryable<Guid> Ids)> Kinds(FigureReading r)
    {
        var query = r.Overdue();
        yield return (FigureSources.Catalogue, CatalogueEntry.Kind, "数据目录", r.Db.CatalogueEntries.VisibleTo(r.Actor, CataloguePermissions.View).Matching(CatalogueFilterQuery.Read(query), r.Db).Select(e => e.Id));
        yield return (FigureSources.Plans, Plan.CaseKind, "规划", r.Db.Plans.VisibleTo(r.Actor, PlanPermissions.View).Matching(PlanFilter.Read(query), r.Actor, r.Db).Select(p => p.Id));
        yield return (FigureSources.ImplementationPlans, ImplementationPlan.CaseKind, "实施方案",
            r.Db.ImplementationPlans.VisibleTo(r.Actor, ImplementationPlanPermissions.View).Matching(CaseFilter<ImplementationPlanState>.Read(query), r.Actor, r.Db).Select(p => p.Id));
        yield return (FigureSources.DigitalBases, DigitalBase.CaseKind, "数字底座", r.Db.DigitalBases.VisibleTo(r.Actor, DigitalBasePermissions.View).Matching(CaseFilter<DigitalBaseState>.Read(query), r.Actor, r.Db).Select(b => b.Id));
        yield return (FigureSources.Roster, OfficerAppointment.CaseKind, "首席数据官", r.Db.Officers.VisibleTo(r.Actor, OfficerPermissions.View).Matching(OfficerFilter.Read(query), r.Actor, r.Db, r.Today).Select(a => a.Id));
        yield return (FigureSources.Projects, Project.CaseKind, "项目", r.Db.Projects.VisibleTo(r.Actor, ProjectPermissions.View).Matching(ProjectFilter.Read(query), r.Actor, r.Db).Select(p => p.Id));
        yield return (FigureSources.Consultations, ConsultationUnit.CaseKind, "会商反馈",
            r.Db.Consultations.VisibleTo(r.Actor, ConsultationPermissions.View).Matching(ConsultationFilter.Read(query), r.Actor, r.Db, r.Today).SelectMany(c => c.Units).Select(u => u.Id));
    }

    private static BriefList<TRow> Cut<TRow>(IReadOnlyList<TRow> rows, int total) => new([.. rows.Take(BriefList<TRow>.Most)], total);
}
