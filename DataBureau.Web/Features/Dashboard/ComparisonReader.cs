namespace DataBureau.Web.Features.Dashboard;

/// <summary>What a period brought, beside the period before it.</summary>
internal static class ComparisonReader
{
    private static readonly (string Key, string Title, string Unit, FigureSource Source)[] Kinds =
    [
        ("published", "发布目录", "条", FigureSources.Catalogue),
        ("plan", "规划备案", "件", FigureSources.Plans),
        ("implementation", "实施方案备案", "件", FigureSources.ImplementationPlans),
        ("officer", "首席数据官备案", "件", FigureSources.Roster),
        ("replied", "批复项目", "件", FigureSources.Projects),
        ("concluded", "会商结论", "件", FigureSources.Consultations),
    ];

    public static async Task<ComparisonView> ReadAsync(FigureReading r, CancellationToken cancellationToken)
    {
        var (now, before, word) = (r.Period.Period, r.Period.Before, r.Period.Word);
        var rows = new List<ComparisonRow>();
        foreach (var (key, title, unit, source) in Kinds.Where(k => r.Sees(k.Source)))
            rows.Add(new ComparisonRow(
                await r.ReadAsync(new Figure($"now-{key}", word + title, unit, source, r.Within(now)), cancellationToken),
                await r.ReadAsync(new Figure($"before-{key}", "上期" + title, unit, source, r.Within(before)), cancellationToken)));
        return new ComparisonView(r.Period, rows);
    }
}
