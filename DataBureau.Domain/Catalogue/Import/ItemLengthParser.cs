using System.Globalization;
using System.Text.RegularExpressions;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>信息项长度. Of "18,2" the 18 is the length, and the two decimals are kept in the note.</summary>
public static partial class ItemLengthParser
{
    private static readonly SpellingCache<int> Cache = new(Read);

    public static Parsed<int> Parse(string? text) => Cache.Read(text);

    private static Parsed<int> Read(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<int>.Blank;
        var match = Length().Match(key);
        if (match.Success && int.TryParse(match.Groups["length"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0)
            return Parsed<int>.Of(length, match.Groups["scale"].Success ? $"小数 {match.Groups["scale"].Value} 位" : null);
        return Parsed<int>.Unknown($"数据长度{CellText.Quote(text)}不是正整数。请填位数，例如 20；带小数的写成 18,2；没有长度的留空。");
    }

    // 20, 20.0 as Excel may give it, 20位, (18,2), 18，2. "18.2" could be either, so it is not read.
    [GeneratedRegex(@"^\(?(?<length>[0-9]{1,9})(\.0+|位|字节|字符|个字符|[,，](?<scale>[0-9]{1,2}))?\)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();
}
