namespace DataBureau.Web.Features.Dashboard;

/// <summary>All figures of a dashboard, section by section: for the export, and for whoever checks that each is what its list has.</summary>
internal static class DashboardFigures
{
    public static IEnumerable<FigureView> All(DashboardView view) =>
    [
        .. view.Catalogue is { } c ? [c.Total, c.Published, c.NotSubmitted, c.UnderReview, c.Overdue, .. c.States, .. c.Sharing, .. c.Opening, c.Timely.InTime, c.Timely.Late, .. c.Regions.SelectMany(Of), .. c.Departments.SelectMany(Of)] : Array.Empty<FigureView>(),
        .. view.Plans is { } p ? [.. p.Figures, .. p.Matrix] : Array.Empty<FigureView>(),
        .. view.Officers?.Figures ?? [],
        .. view.Work is { } w ? [.. w.Projects, .. w.Consultations, .. w.Bases] : Array.Empty<FigureView>(),
        .. view.Filings.SelectMany(m => m.Figures),
        .. view.Comparison.Rows.SelectMany(r => new[] { r.Now, r.Before }),
    ];

    private static IEnumerable<FigureView> Of(ProgressRow row) => [row.Total, row.Published, row.NotSubmitted, row.UnderReview];
}
