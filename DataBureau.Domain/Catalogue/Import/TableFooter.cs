namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// The rows below a table that belong to the sheet of paper and not to the table: 合计 with its number, 填表人, 审核人, 填表日期. A row
/// with anything beside such labels is none: it is read, and may be told what is wrong with it.
/// </summary>
public static class TableFooter
{
    private const int LongestLabel = 12;
    private const int LongestCell = 100;

    private static readonly string[] Totals = ["合计", "总计", "小计", "共计"];

    /// <summary>Labels that stand below a table and nowhere else.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SignOff = Lookup(
        "填表人", "填报人", "填写人", "制表人", "编制人", "经办人", "审核人", "复核人", "审批人", "审定人", "批准人", "负责人", "单位负责人", "部门负责人", "填表负责人", "填报负责人",
        "填表日期", "填报日期", "填写日期", "制表日期", "审核日期", "填表时间", "填报时间", "制表时间", "填表单位", "填报单位", "制表单位", "单位(盖章)", "填报单位(盖章)", "单位盖章", "盖章", "签字", "签章");

    /// <summary>Labels that may stand beside those.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Beside = Lookup("日期", "时间", "电话", "联系电话", "联系人", "单位");

    /// <summary>「合计」 or 「填表人」 when every cell of the row that holds anything is of a footer; otherwise null.</summary>
    /// <param name="cells">Of the row, all of them, also those of columns that are not read.</param>
    /// <param name="textOf">What a cell says.</param>
    public static string? LabelOf<T>(IReadOnlyList<T> cells, Func<T, string> textOf)
    {
        string? label = null;
        var (total, numbers) = (false, false);
        for (var i = 0; i < cells.Count; i++)
        {
            var text = textOf(cells[i]);
            if (text.Length == 0)
                continue;
            if (text.Length > LongestCell)
                return null;
            if (TotalOf(text) is { } word)
                (label, total) = (word, true);
            else if (IsNumber(text))
                numbers = true;
            else if (!IsLabelled(text, out var signOff))
                return null;
            else
                label ??= signOff;
        }

        // A number alone says nothing; beside 合计 it is what was counted.
        return numbers && !total ? null : label;
    }

    private static string? TotalOf(string text)
    {
        foreach (var word in Totals)
            if (StartsWith(text, word, out var rest) && (rest.IsEmpty || IsNumber(rest.TrimStart(":： "))))
                return word;
        return null;
    }

    /// <summary>「合 计」 is printed with room between.</summary>
    private static bool StartsWith(string text, string word, out ReadOnlySpan<char> rest)
    {
        var (at, found) = (0, 0);
        for (; at < text.Length && found < word.Length; at++)
        {
            if (text[at] == word[found])
                found++;
            else if (found == 0 || !CellText.IsInvisible(text[at]))
                break;
        }

        rest = found == word.Length ? text.AsSpan(at).TrimEnd(":： ") : default;
        return found == word.Length;
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var digits = text.TrimEnd("条个项行类万元 ");
        foreach (var c in digits)
            if (!char.IsAsciiDigit(c) && c is not ('.' or ','))
                return false;
        return !digits.IsEmpty;
    }

    /// <summary>Begins with a label and a colon, in any spacing and width.</summary>
    private static bool IsLabelled(string text, out string? signOff)
    {
        signOff = null;
        Span<char> label = stackalloc char[LongestLabel];
        var length = 0;
        foreach (var c in text)
        {
            if (CellText.HalfWidth(c) == ':')
                return SignOff.TryGetValue(label[..length], out signOff) || Beside.Contains(label[..length]);
            if (CellText.IsInvisible(c))
                continue;
            if (length == LongestLabel)
                return false;
            label[length++] = CellText.HalfWidth(c);
        }

        return false;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(params string[] words) => words.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
