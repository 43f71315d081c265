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
        var figures = Standings.Select(s => Of("plan-" + s.ToString(), s.ChineseName(), r.Rows(("state", StatesOf(s))))).Append(Of("plan-overdue", "逾期", r.Overdue()) with { HasNoLimit = !r.HasLimit(PlanWorkflow.Limits) });
        return new PlanSection(await r.ReadAsync(figures, cancellationToken), await MatrixAsync(r, cancellationToken));
    }

    private static async Task<IReadOnlyList<FigureView>> MatrixAsync(FigureReading r, CancellationToken cancellationToken)
    {
        if (r.Scope.OrganisationId is not null)
            return [];
        var counts = (await r.Matrix.ReadAsync(r.Db, r.Actor, PlanMatrixFilter.From(r.Scope.Rows), PlanPermissions.View, cancellationToken)).Counts;
        return
        [
            Cells("total", "应有", counts.Total), Cells("done", "办结", counts.Done, [.. Enum.GetValues<PlanStanding>().Where(PlanStandings.IsDone)]),
            .. new[] { PlanStanding.None, PlanStanding.Drafting, PlanStanding.Overdue }.Select(s => Cells(s.ToString(), s.ChineseName(), counts[s], s)),
        ];

        FigureView Cells(string key, string title, int count, params PlanStanding[] standings) =>
            FigureReading.View(new Figure("matrix-" + key, title, "项", FigureSources.Matrix(title), r.Rows((PlanMatrixFilter.StandingKey, PlanMatrixFilter.Value(standings))))
            {
                HasNoLimit = standings is [PlanStanding.Overdue] && !r.HasLimit(PlanWorkflow.Limits),
            }, count);
    }

    private static Figure Of(string key, string title, Components.Tables.ListQuery query) => new(key, title, "件", FigureSources.Plans, query);

    private static string StatesOf(PlanStanding standing) => string.Join('.', Enum.GetValues<PlanState>().Where(s => PlanStandings.Of(s) == standing));
}
