using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Web.Features.Plans;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Plans: how far they are, and what the matrix still misses.</summary>
internal static class PlanSectionReader
{
    private static readonly PlanStanding[] Standings = [PlanStanding.Drafting, PlanStanding.Approved, PlanStanding.Filed, PlanStanding.Published];

    public static async Task<PlanSection?> ReadAsync(FigureReading r, CancellationToken cancellationToken)
    {
        if (!r.Sees(FigureSources.Plans))
            return null;
        var figures = Standings.Select(s => Of("plan-" + s.ToString(), s.ChineseName(), r.Rows(("state", StatesOf(s))))).Append(Of("plan-overdue", "逾期", r.Overdue()));
        return new PlanSection(await r.ReadAsync(figures, cancellationToken), await MatrixAsync(r, cancellationToken));
    }

    private static async Task<IReadOnlyList<FigureView>> MatrixAsync(FigureReading r, CancellationToken cancellationToken)
    {
        if (r.Scope.OrganisationId is not null)
            return [];
        var counts = (await r.Matrix.ReadAsync(r.Db, r.Actor, PlanMatrixFilter.From(r.Scope.Rows), PlanPermissions.View, cancellationToken)).Counts;
        return
        [
            Cells("total", "应有", "应有", c => c.Total), Cells("done", "办结", "办结", c => c.Done),
            .. new[] { PlanStanding.None, PlanStanding.Drafting, PlanStanding.Overdue }.Select(s => Cells(s.ToString(), s.ChineseName(), s.ChineseName(), c => c[s])),
        ];

        FigureView Cells(string key, string title, string column, Func<PlanMatrixCounts, int> count) =>
            FigureReading.View(new Figure("matrix-" + key, title, "项", FigureSources.Matrix(column, count), r.Scope.Rows), count(counts));
    }

    private static Figure Of(string key, string title, Components.Tables.ListQuery query) => new(key, title, "件", FigureSources.Plans, query);

    private static string StatesOf(PlanStanding standing) => string.Join('.', Enum.GetValues<PlanState>().Where(s => PlanStandings.Of(s) == standing));
}
