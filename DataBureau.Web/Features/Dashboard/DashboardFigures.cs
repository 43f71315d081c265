namespace DataBureau.Web.Features.Dashboard;

/// <summary>All figures of a dashboard, section by section: for the export, and for whoever checks that each is what its list has.</summary>
internal static class DashboardFigures
{
    public static IEnumerable<FigureView> All(DashboardView view) => Parts(view).SelectMany(p => p.Figures);

    public static IEnumerable<FigureLine> Lines(DashboardView view) => Parts(view).SelectMany(p => p.Figures.Select(f => new FigureLine(view.Scope.Name, view.AsOf, p.Section, p.Of, f)));

    private static IEnumerable<(string Section, string Of, IEnumerable<FigureView> Figures)> Parts(DashboardView view)
    {
        var whole = view.Scope.Name;
        if (view.Catalogue is { } c)
        {
            yield return ("数据目录", whole, [c.Total, c.Published, c.NotSubmitted, c.UnderReview, c.Overdue]);
            yield return ("数据目录：按状态", whole, c.States);
            yield return ("数据目录：按共享类型", whole, c.Sharing);
            yield return ("数据目录：按开放类型", whole, c.Opening);
            yield return ("数据目录：按时办结", whole, c.Timely.Figures);
            foreach (var row in c.Regions)
                yield return ("各地目录进展", row.Name, Of(row));
            foreach (var row in c.Departments)
                yield return ("本级部门目录进展", row.Name, Of(row));
        }

        if (view.Plans is { } p)
        {
            yield return ("规划与备案", whole, p.Figures);
            yield return ("规划进展矩阵", whole, p.Matrix);
        }

        yield return ("首席数据官", whole, view.Officers?.Figures ?? []);
        if (view.Work is { } w)
        {
            yield return ("项目", whole, w.Projects);
            yield return ("会商", whole, w.Consultations);
            yield return ("县级数字底座", whole, w.Bases);
        }

        foreach (var month in view.Filings)
            yield return ("逐月备案", month.Name, month.Figures);
        yield return ("本期与上期", whole, view.Comparison.Rows.SelectMany(r => new[] { r.Now, r.Before }));
    }

    private static IEnumerable<FigureView> Of(ProgressRow row) => [row.Total, row.Published, row.NotSubmitted, row.UnderReview];
}
