using System.Text.RegularExpressions;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>Header texts without what varies between printings of the same template: stars, 必填 remarks, units, numbering, spaces, widths.</summary>
public static partial class HeaderText
{
    /// <summary>Longer texts are instructions, not headers.</summary>
    public const int LongestHeader = 40;

    /// <summary>The column that is appended to a workbook given back with its problems: it is none of the layout.</summary>
    public const string ProblemColumn = "问题说明";

    public static string Normalise(string? header)
    {
        var text = Numbering().Replace(Remark().Replace(CellText.Key(header), string.Empty), string.Empty);
        return text.Replace("*", string.Empty, StringComparison.Ordinal).Trim(':', '【', '】', '[', ']', '.', '。', '★');
    }

    /// <summary>One line, as people see it.</summary>
    public static string Shown(string? header) => string.Join(' ', (header ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Only brackets that say nothing of the meaning: 名称(英文) is not 名称.
    [GeneratedRegex(@"\((必填|选填|必选|可选|可不填|非必填|条件必填|必填项|选填项|单位[:]?.{0,6}|如.{1,30}|例如?[:]?.{1,30}|示例[:]?.{0,30}|下拉选择|单选|多选|是/否|[gmtk]b?|万|条|万条|个|元|万元|位|字节|字|天|yyyy-?mm-?dd|ccyy-?mm-?dd)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(\([0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[.、)])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbering();
}
