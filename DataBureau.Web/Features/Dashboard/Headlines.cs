namespace DataBureau.Web.Features.Dashboard;

/// <summary>The eight to twelve figures of a Monday morning: where it stands, and what this month brought beside the same days of the last.</summary>
internal static class Headlines
{
    public static IReadOnlyList<HeadlineView> Of(DashboardView view)
    {
        List<HeadlineView> all = [];
        if (view.Catalogue is { } catalogue)
        {
            all.Add(new(catalogue.Total, "不含已停用"));
            all.AddRange(new[] { catalogue.Published, catalogue.NotSubmitted, catalogue.UnderReview }.Select(f => new HeadlineView(f, catalogue.Total.Value == 0 ? null : "占 " + FigureText.Percent(f.Value, catalogue.Total.Value))));
        }

        if (view.Officers is { } officers)
            all.Add(new(officers.Vacant, officers.Required.Value == 0 ? "没有应设单位" : $"应设 {officers.Required.Text} 家"));
        all.AddRange(view.Comparison.Rows.Select(r => new HeadlineView(r.Now, Before: r.Before)));
        return all;
    }
}
