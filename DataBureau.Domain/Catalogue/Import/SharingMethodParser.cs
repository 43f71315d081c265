namespace DataBureau.Domain.Catalogue.Import;

/// <summary>共享方式. The guide asks for a class (平台, or 邮件或介质) and a type within it; other tables ask for one of the two, or both in one cell.</summary>
public static class SharingMethodParser
{
    private static readonly Dictionary<string, SharingMethod> Types = new(StringComparer.Ordinal)
    {
        ["数据库"] = SharingMethod.Database, ["库表"] = SharingMethod.Database, ["库表交换"] = SharingMethod.Database, ["数据库交换"] = SharingMethod.Database, ["数据库方式"] = SharingMethod.Database, ["库表方式"] = SharingMethod.Database,
        ["文件"] = SharingMethod.File, ["文件交换"] = SharingMethod.File, ["文件下载"] = SharingMethod.File, ["文件方式"] = SharingMethod.File,
        ["接口"] = SharingMethod.Interface, ["服务接口"] = SharingMethod.Interface, ["接口服务"] = SharingMethod.Interface, ["接口方式"] = SharingMethod.Interface, ["接口调用"] = SharingMethod.Interface, ["api"] = SharingMethod.Interface, ["api接口"] = SharingMethod.Interface, ["webservice"] = SharingMethod.Interface, ["接口(webservice)"] = SharingMethod.Interface,
        ["邮件"] = SharingMethod.Mail, ["邮件方式"] = SharingMethod.Mail, ["电子邮件"] = SharingMethod.Mail,
        ["介质"] = SharingMethod.Media, ["介质方式"] = SharingMethod.Media, ["介质交换"] = SharingMethod.Media, ["拷盘"] = SharingMethod.Media, ["光盘"] = SharingMethod.Media, ["u盘"] = SharingMethod.Media, ["移动介质"] = SharingMethod.Media,
    };

    private static readonly HashSet<string> Platform = new(StringComparer.Ordinal) { "共享平台方式", "共享平台", "平台方式", "平台", "共享交换平台", "平台共享" };
    private static readonly HashSet<string> OffPlatform = new(StringComparer.Ordinal) { "邮件或介质", "邮件或介质方式", "邮件、介质", "非平台方式", "线下" };
    private static readonly SpellingCache<SharingMethod> Cache = new(ReadOne);

    public static Parsed<SharingMethod> Parse(string? text) => Cache.Read(text);

    /// <summary>共享方式分类 and 共享方式类型 together; either may be empty.</summary>
    public static Parsed<SharingMethod> Parse(string? category, string? type)
    {
        var categoryKey = CellText.Key(category);
        var typeKey = CellText.Key(type);
        if (CellText.IsPlaceholder(categoryKey))
            return Parse(type);
        if (CellText.IsPlaceholder(typeKey) || typeKey == "无")
            return Parse(category);
        var (inner, outer) = (Parse(type), Types.TryGetValue(categoryKey, out var named) ? named : (SharingMethod?)null);
        if (!inner.HasValue)
            return inner;
        var onPlatform = inner.Value is SharingMethod.Database or SharingMethod.File or SharingMethod.Interface;
        if (outer == inner.Value || (Platform.Contains(categoryKey) && onPlatform) || (OffPlatform.Contains(categoryKey) && !onPlatform))
            return inner;
        return outer is not null || Platform.Contains(categoryKey) || OffPlatform.Contains(categoryKey)
            ? Parsed<SharingMethod>.Unknown($"共享方式分类{CellText.Quote(category)}与共享方式类型{CellText.Quote(type)}不一致。平台方式对应数据库、文件、接口，其余对应邮件、介质交换，请改成一致。")
            : NotAMethod(category!);
    }

    private static Parsed<SharingMethod> ReadOne(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<SharingMethod>.Blank;
        if (Types.TryGetValue(key, out var method))
            return Parsed<SharingMethod>.Of(method);
        if (Platform.Contains(key))
            return Parsed<SharingMethod>.Unknown($"共享方式{CellText.Quote(text)}没有说明在平台上怎样共享。请填：数据库、文件、接口。");
        if (OffPlatform.Contains(key))
            return Parsed<SharingMethod>.Unknown($"共享方式{CellText.Quote(text)}没有说明是哪一种。请填：邮件、介质交换。");

        var parts = key.Split(['/', '-', ':', '、', ',', ';', '+', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var first, var second] && (Platform.Contains(first) || OffPlatform.Contains(first)) && Types.ContainsKey(second))
            return Parse(first, second);
        return parts.Length > 1 && parts.All(Types.ContainsKey)
            ? Parsed<SharingMethod>.Unknown($"共享方式{CellText.Quote(text)}写了不止一种。每条目录记一种，请只留主要的一种。")
            : NotAMethod(text);
    }

    private static Parsed<SharingMethod> NotAMethod(string text) =>
        Parsed<SharingMethod>.Unknown($"共享方式{CellText.Quote(text)}不是共享方式。请填：数据库、文件、接口、邮件、介质交换。");
}
