using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Features.ChiefDataOfficers;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Chief data officers: who is asked for one and who has one, as the coverage reads it.</summary>
internal static class OfficerSectionReader
{
    private static readonly CoverageFigure[] Shown = [CoverageFigure.Required, CoverageFigure.Appointed, CoverageFigure.Filed, CoverageFigure.Vacant, CoverageFigure.Expiring];

    public static async Task<OfficerSection?> ReadAsync(FigureReading r, CancellationToken cancellationToken)
    {
        if (!r.Sees(FigureSources.Units) || await r.Coverage.ReadAsync(r.Db, r.Actor, CoverageFilter.Read(r.Scope.Rows), OfficerPermissions.View, cancellationToken) is not { } coverage)
            return null;
        var figures = Shown.ToDictionary(f => f, f => FigureReading.View(new Figure("officer-" + f.ToString(), f.ChineseName(), "家", FigureSources.Units, r.Rows(("figure", f.ToString()))), coverage.Total.Of(f)));
        return new OfficerSection([.. figures.Values], figures[CoverageFigure.Required], figures[CoverageFigure.Vacant] with { Title = "首席数据官空缺" });
    }
}
