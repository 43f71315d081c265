namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// A form to be signed has its labels below one another with the values beside them; a table has them beside one another.
/// Only whole words of the synonym tables count as labels, so that data are not mistaken for labels.
/// </summary>
internal static class FormShape
{
    private const int FewestRows = 4;
    private const int FewestFields = 5;
    private const int LargestHeaderOfForm = 4;

    // A sheet that explains the fields stacks their names too, but says so above them.
    private static readonly HashSet<string> Explaining = new(StringComparer.Ordinal)
    {
        "说明", "填写说明", "填报说明", "填表说明", "字段说明", "填写要求", "填报要求", "是否必填", "必填", "示例", "填写示例", "指标解释", "含义", "取值范围",
    };

    public static bool IsForm(SheetGrid grid, HeaderCandidate? table)
    {
        if (table is { Score: > LargestHeaderOfForm })
            return false;
        // The names of items may well be words such as 发布日期 or 联系电话.
        var itemNames = table is not { IsUsable: true } ? null : table.Columns.FirstOrDefault(c => c.Field == CatalogueField.ItemName)?.Index;
        var fields = new HashSet<CatalogueField>();
        var rows = 0;
        for (var row = 0; row < grid.RowCount; row++)
        {
            var cells = grid.Filled(row).ToList();
            if (cells.Exists(c => Explaining.Contains(HeaderText.Normalise(c.Text))))
                return false;
            var labels = cells.Where(c => c.Column != itemNames).Select(c => HeaderSynonyms.Find(null, c.Text))
                .Where(g => g.Match == HeaderMatch.Exact).Select(g => g.Field!.Value).Distinct().ToList();
            if (labels.Count is >= 1 and <= 3 && labels.Exists(fields.Add))
                rows++;
            fields.UnionWith(labels);
        }

        return rows >= FewestRows && fields.Count >= FewestFields && fields.Contains(CatalogueField.Name);
    }
}
