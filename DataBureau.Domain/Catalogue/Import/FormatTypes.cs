namespace DataBureau.Domain.Catalogue.Import;

/// <summary>The guide's table of formats, with the types that later practice added. The first category named is the type's own.</summary>
internal static class FormatTypes
{
    private static readonly Dictionary<string, FormatCategory> Categories = new(StringComparer.Ordinal)
    {
        ["电子文件"] = FormatCategory.Document, ["文件"] = FormatCategory.Document, ["file"] = FormatCategory.Document,
        ["电子表格"] = FormatCategory.Spreadsheet,
        ["数据库"] = FormatCategory.Database, ["db数据库"] = FormatCategory.Database, ["数据库表"] = FormatCategory.Database, ["库表"] = FormatCategory.Database,
        ["图形图像"] = FormatCategory.Image, ["图形图像类"] = FormatCategory.Image,
        ["流媒体"] = FormatCategory.Stream,
        ["自描述格式"] = FormatCategory.SelfDescribing, ["自描述"] = FormatCategory.SelfDescribing,
        ["服务接口"] = FormatCategory.Service, ["接口"] = FormatCategory.Service, ["接口服务"] = FormatCategory.Service, ["api"] = FormatCategory.Service, ["api接口"] = FormatCategory.Service,
        ["其他"] = FormatCategory.Other, ["其它"] = FormatCategory.Other,
    };

    private static readonly Dictionary<string, FormatPart> Known = new(StringComparer.Ordinal);

    // The guide lists xml under 电子文件, practice under 自描述格式; csv and txt are files as much as tables; an interface returns any of them.
    private static readonly Dictionary<string, FormatCategory[]> AlsoUnder = new(StringComparer.Ordinal)
    {
        ["xml"] = [FormatCategory.Document, FormatCategory.Service],
        ["json"] = [FormatCategory.Service],
        ["csv"] = [FormatCategory.Document],
        ["pdf"] = [FormatCategory.Image],
        ["access"] = [FormatCategory.Spreadsheet],
    };

    static FormatTypes()
    {
        Add(FormatCategory.Document, "doc", "docx", "word", "pdf", "txt", "html", "htm", "OFD", "wps", "ppt", "pptx", "rtf");
        Add(FormatCategory.Spreadsheet, "xls", "xlsx", "excel", "et", "csv");
        Add(FormatCategory.Database, "mysql", "oracle", "sqlServer", "db2", "Dm", "KingbaseES", "access", "dbf", "dbase", "sysbase", "sybase", "postgresql", "mongodb", "greenplum", "impala", "hive", "gbase", "oceanbase", "mariadb", "sqlite");
        Add(FormatCategory.Image, "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff");
        Add(FormatCategory.Stream, "mpg", "mpeg", "rm", "swf", "mp4", "avi", "flv", "wmv", "mp3", "wav");
        Add(FormatCategory.SelfDescribing, "xml", "json", "rdf");
        Add(FormatCategory.Service, "webservice");
        // A package or a program tells nothing of what is inside, so it is named and left under 其他.
        Add(FormatCategory.Other, "zip", "rar", "7z", "gz", "tar", "apk");
        foreach (var (spelling, type) in new[] { ("达梦", "Dm"), ("达梦数据库", "Dm"), ("人大金仓", "KingbaseES"), ("kingbase", "KingbaseES"), ("mssql", "sqlServer"), ("microsoftsqlserver", "sqlServer"), ("postgres", "postgresql") })
            Known.Add(spelling, new FormatPart(FormatCategory.Database, type));
    }

    public static FormatCategory? CategoryOf(string key) => Categories.TryGetValue(key, out var category) ? category : null;

    public static FormatPart? TypeOf(string key) => Known.GetValueOrDefault(key);

    /// <summary>The types that the table knows under a category, its own first.</summary>
    public static IReadOnlyList<string> TypesOf(FormatCategory category) =>
    [
        .. Known.Values.Where(p => p.Category == category).Select(p => p.Type!).Distinct(StringComparer.Ordinal),
        .. AlsoUnder.Where(t => t.Value.Contains(category)).Select(t => Known[t.Key].Type!),
    ];

    /// <summary>The table, or practice, knows the type under this category too.</summary>
    public static bool Allows(FormatCategory category, string key) =>
        AlsoUnder.TryGetValue(key, out var also) && also.Contains(category);

    private static void Add(FormatCategory category, params string[] types)
    {
        foreach (var type in types)
            Known.Add(type.ToLowerInvariant(), new FormatPart(category, type));
    }
}
