namespace DataBureau.Domain.Catalogue.Import;

/// <summary>What a sheet is for, by its header and, where that does not decide, by its name.</summary>
public static class SheetClassifier
{
    private const int LongText = 60;

    private static readonly string[] ErrorNames = ["问题清单", "问题列表", "错误清单", "错误列表", "错误信息", "导入问题", "导入错误"];
    private static readonly string[] DictionaryNames = ["字典", "代码表", "码表", "下拉", "选项", "枚举", "值域"];
    private static readonly string[] InstructionNames = ["说明", "须知", "示例", "样例", "指引", "指南", "填报要求", "填写要求"];

    public static SheetKind Classify(string name, IReadOnlyList<IReadOnlyList<string>> rows, HeaderDetection detection)
    {
        if (Names(ErrorNames))
            return SheetKind.ErrorList;
        // Rows of an example must never be imported, however good their header is.
        if (Names(DictionaryNames) || Names(InstructionNames))
            return Names(DictionaryNames) ? SheetKind.Dictionary : SheetKind.Instructions;
        return detection switch
        {
            HeaderDetection.Found found => found.Header.Kind,
            HeaderDetection.NotACatalogue when IsProse(rows) => SheetKind.Instructions,
            HeaderDetection.NotACatalogue other when IsOfChoices(other.Headers) => SheetKind.Dictionary,
            _ => SheetKind.Unknown,
        };

        bool Names(string[] words) => words.Any(w => name.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>Whether a person may say that the sheet is a catalogue all the same: its name does not say that it is something else. Long abstracts read like prose.</summary>
    public static bool MayHoldEntries(string name, SheetKind kind) => kind is SheetKind.Entries or SheetKind.Unknown
        || (kind == SheetKind.Instructions && !InstructionNames.Any(w => name.Contains(w, StringComparison.Ordinal)));

    private static bool IsProse(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var cells = rows.SelectMany(r => r).Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        return cells.Count > 0 && cells.Where(c => c.Length >= LongText).Sum(c => c.Length) * 2 > cells.Sum(c => c.Length);
    }

    /// <summary>Columns headed by values rather than by fields: 电子文件, 电子表格, 共享平台方式.</summary>
    private static bool IsOfChoices(IReadOnlyList<string> headers) =>
        headers.Count(h => FormatTypes.CategoryOf(CellText.Key(h)) is not null) >= 2;
}
