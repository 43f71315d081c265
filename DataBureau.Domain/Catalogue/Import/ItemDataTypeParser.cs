using System.Text.RegularExpressions;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>信息项数据类型: the guide's letters and names, the words of catalogue tools, and column types copied from a database.</summary>
public static partial class ItemDataTypeParser
{
    private static readonly Dictionary<string, ItemDataType> Words = BuildWords();
    private static readonly SpellingCache<ItemDataType> Cache = new(Read);

    public static Parsed<ItemDataType> Parse(string? text) => Cache.Read(text);

    private static Parsed<ItemDataType> Read(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<ItemDataType>.Blank;
        if (Words.TryGetValue(key, out var type))
            // 小数型 and 高精度型 are numeric, and more than the letter says.
            return Parsed<ItemDataType>.Of(type, key is "小数型" or "高精度型" ? CellText.Words(text) : null);
        var sized = Sized().Match(key);
        if (sized.Success && Words.TryGetValue(sized.Groups["type"].Value, out type))
            return Parsed<ItemDataType>.Of(type, CellText.Words(text));
        return Parsed<ItemDataType>.Unknown($"数据类型{CellText.Quote(text)}{Why(key)}可填：{Accepted()}。");
    }

    private static string Why(string key) => key switch
    {
        "时间型" or "时间" or "time" => "只有时间没有日期，没有对应的类型；可改填「字符型C」或「日期时间型T」。",
        "其他" or "其它" => "不是一种数据类型；可改填「通用型G」。",
        _ => "不在类型表内。",
    };

    private static string Accepted() => string.Join('、', Enum.GetValues<ItemDataType>().OrderBy(t => t).Select(t => t.ChineseName()));

    private static Dictionary<string, ItemDataType> BuildWords()
    {
        var words = new Dictionary<string, ItemDataType>(StringComparer.Ordinal);
        foreach (var type in Enum.GetValues<ItemDataType>())
        {
            var letter = ((char)type).ToString().ToLowerInvariant();
            var name = type.ChineseName()[..^1];
            Add(type, letter, name, name + letter, letter + name, $"{name}({letter})", $"{letter}({name})");
        }

        Add(ItemDataType.Character, "字符", "字符串", "字符串型", "文本", "文本型", "char", "nchar", "varchar", "varchar2", "nvarchar", "nvarchar2", "string");
        Add(ItemDataType.Numeric, "数值", "数字", "数字型", "小数型", "高精度型", "number", "numeric", "decimal");
        Add(ItemDataType.Currency, "货币", "money", "currency");
        Add(ItemDataType.Date, "日期", "date");
        Add(ItemDataType.DateTime, "日期时间", "datetime", "datetime2", "timestamp");
        Add(ItemDataType.Logical, "逻辑", "布尔", "布尔型", "bool", "boolean", "bit");
        Add(ItemDataType.Memo, "备注", "text", "longtext", "mediumtext", "ntext", "clob", "nclob");
        Add(ItemDataType.General, "通用", "blob", "longblob", "binary", "varbinary", "二进制", "二进制型");
        Add(ItemDataType.Double, "双精度", "double", "doubleprecision");
        Add(ItemDataType.Integer, "整数", "整数型", "int", "integer", "bigint", "smallint", "tinyint");
        Add(ItemDataType.Float, "浮点", "浮点数", "float", "real");
        return words;

        void Add(ItemDataType type, params string[] spellings)
        {
            foreach (var spelling in spellings)
                words.Add(spelling, type);
        }
    }

    // varchar(50), number(10,2), 字符型(20), C..50 of the data-element standards.
    [GeneratedRegex(@"^(?<type>[a-z0-9\u4e00-\u9fff]+?)(\([0-9]+(,[0-9]+)?(byte|char)?\)|\.\.[0-9]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sized();
}
