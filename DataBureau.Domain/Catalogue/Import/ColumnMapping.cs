using System.Text.Json.Serialization;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>One column is read as one field. The field is stored by name: the numbers of the enum may change.</summary>
/// <param name="Field">What the column is read as.</param>
/// <param name="Column">0-based.</param>
public sealed record ColumnAssignment([property: JsonConverter(typeof(JsonStringEnumConverter<CatalogueField>))] CatalogueField Field, int Column);

/// <summary>Which column is read as which field; kept per layout.</summary>
public sealed record ColumnMapping(IReadOnlyList<ColumnAssignment> Columns)
{
    public int? ColumnOf(CatalogueField field) => Columns.FirstOrDefault(a => a.Field == field)?.Column;

    /// <summary>All columns of a field that may take several, in their order.</summary>
    public IReadOnlyList<int> ColumnsOf(CatalogueField field) => [.. Columns.Where(a => a.Field == field).Select(a => a.Column).Order()];

    /// <summary>The column is read as this field, or not at all. Another column that has the field keeps it, and validation will say so.</summary>
    public ColumnMapping ApplyCorrection(int column, CatalogueField? field)
    {
        var others = Columns.Where(a => a.Column != column);
        return new([.. (field is { } chosen ? others.Append(new(chosen, column)) : others).OrderBy(a => a.Column)]);
    }

    /// <summary>What is wrong with the mapping, in sentences; none when it can be used.</summary>
    public IReadOnlyList<string> Validate(SheetKind kind = SheetKind.Entries)
    {
        var problems = new List<string>();
        foreach (var claims in Columns.GroupBy(a => a.Field).Where(g => g.Count() > 1 && !g.Key.IsRepeatable()))
            problems.Add($"「{claims.Key.ChineseName()}」同时对应了{string.Join('、', claims.Select(a => $"第 {Letters(a.Column)} 列"))}，请只留一列。");
        foreach (var claims in Columns.GroupBy(a => a.Column).Where(g => g.Count() > 1))
            problems.Add($"第 {Letters(claims.Key)} 列同时作为{string.Join('、', claims.Select(a => $"「{a.Field.ChineseName()}」"))}，一列只能读作一个字段。");
        foreach (var assignment in Columns.Where(a => a.Column < 0))
            problems.Add($"「{assignment.Field.ChineseName()}」对应的列不存在，请重新指定。");
        if (kind == SheetKind.Items)
            CheckItems(problems);
        else if (ColumnOf(CatalogueField.Name) is null)
            problems.Add("没有一列对应「信息资源名称」。请指定哪一列是信息资源名称。");
        return problems;
    }

    /// <summary>A, B, … Z, AA: the way Excel names a column.</summary>
    public static string Letters(int column)
    {
        var letters = string.Empty;
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            letters = (char)('A' + (rest % 26)) + letters;
        return letters;
    }

    private void CheckItems(List<string> problems)
    {
        if (ColumnOf(CatalogueField.ItemName) is null)
            problems.Add("没有一列对应「信息项名称」。请指定哪一列是信息项名称。");
        if (ColumnOf(CatalogueField.Name) is null && ColumnOf(CatalogueField.Code) is null)
            problems.Add("看不出信息项属于哪个目录条目。请指定哪一列是信息资源名称或信息资源代码。");
    }
}
