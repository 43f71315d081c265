using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;
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

/// <summary>The lists that the dashboard counts. Each reads the address and asks with the list's own query; only the catalogue is added up from its tallies where these suffice.</summary>
internal static class FigureSources
{
    public static readonly FigureSource Catalogue = new("/catalogue", CatalogueLists.Catalogue.Name, CataloguePermissions.View, (r, query, ct) =>
    {
        var filter = CatalogueFilterQuery.Read(query);
        return r.Cube.Has(filter) ? Task.FromResult(r.Cube.Count(filter)) : r.Db.CatalogueEntries.AsNoTracking().VisibleTo(r.Actor, CataloguePermissions.View).Matching(filter, r.Db).CountAsync(ct);
    });

    public static readonly FigureSource Plans = new("/plans", PlanColumns.Export.Name, PlanPermissions.View,
        (r, query, ct) => r.Db.Plans.AsNoTracking().VisibleTo(r.Actor, PlanPermissions.View).Matching(PlanFilter.Read(query), r.Actor, r.Db).CountAsync(ct));

    public static readonly FigureSource ImplementationPlans = new("/plans/implementation", ImplementationPlanColumns.Export.Name, ImplementationPlanPermissions.View,
        (r, query, ct) => r.Db.ImplementationPlans.AsNoTracking().VisibleTo(r.Actor, ImplementationPlanPermissions.View).Matching(CaseFilter<ImplementationPlanState>.Read(query), r.Actor, r.Db).CountAsync(ct));

    public static readonly FigureSource DigitalBases = new(DigitalBaseModule.Href, DigitalBaseColumns.Export.Name, DigitalBasePermissions.View,
        (r, query, ct) => r.Db.DigitalBases.AsNoTracking().VisibleTo(r.Actor, DigitalBasePermissions.View).Matching(CaseFilter<DigitalBaseState>.Read(query), r.Actor, r.Db).CountAsync(ct));

    public static readonly FigureSource Projects = new("/projects", ProjectColumns.Export.Name, ProjectPermissions.View,
        (r, query, ct) => r.Db.Projects.AsNoTracking().VisibleTo(r.Actor, ProjectPermissions.View).Matching(ProjectFilter.Read(query), r.Actor, r.Db).CountAsync(ct));

    public static readonly FigureSource Consultations = new("/consultations", ConsultationColumns.Export.Name, ConsultationPermissions.View,
        (r, query, ct) => r.Db.Consultations.AsNoTracking().VisibleTo(r.Actor, ConsultationPermissions.View).Matching(ConsultationFilter.Read(query), r.Actor, r.Db, r.Today).CountAsync(ct));

    public static readonly FigureSource Roster = new("/chief-data-officers/roster", OfficerColumns.RosterExport.Name, OfficerPermissions.View,
        (r, query, ct) => r.Db.Officers.AsNoTracking().VisibleTo(r.Actor, OfficerPermissions.View).Matching(OfficerFilter.Read(query), r.Actor, r.Db, r.Today).CountAsync(ct));

    public static readonly FigureSource Units = new("/chief-data-officers/units", OfficerColumns.UnitsExport.Name, OfficerPermissions.View, async (r, query, ct) =>
    {
        var filter = CoverageFilter.Read(query);
        return (await r.Coverage.ReadAsync(r.Db, r.Actor, filter, OfficerPermissions.View, ct))?.Total.Of(filter.Figure) ?? 0;
    });

    /// <summary>A line of the matrix stands for all kinds of plan of a region: the figure is the number of cells, and the sum of a column.</summary>
    public static FigureSource Matrix(string column) => new("/plans/matrix", PlanMatrixColumns.Export.Name, PlanPermissions.View,
        async (r, query, ct) => (await r.Matrix.ReadAsync(r.Db, r.Actor, PlanMatrixFilter.From(query), PlanPermissions.View, ct)).Counts.Total)
    {
        SumOf = column,
    };
}
