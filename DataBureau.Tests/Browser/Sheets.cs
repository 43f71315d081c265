using DataBureau.Tests.Excel;
using DataBureau.Web.Excel;
using Microsoft.Playwright;

namespace DataBureau.Tests.Browser;

/// <summary>Workbooks as a liaison would fill them in.</summary>
internal static class Sheets
{
    private static readonly string[] Titles =
    [
        "信息资源名称", "信息资源摘要", "信息资源格式分类", "信息资源格式类型", "信息项名称", "信息项数据类型", "信息项数据长度", "共享类型", "共享方式类型", "开放类型", "更新周期", "数据分级",
    ];

    /// <summary>A row that lacks nothing for submission.</summary>
    public static string?[] Row(string name, string? @abstract = "按年度统计并公布的业务信息。", string frequency = "每月") =>
        [name, @abstract, "数据库", "mysql", "机构名称", "字符型C", "200", "无条件共享", "接口", "开放", frequency, "一般数据1级"];

    public static async Task<FilePayload> FileAsync(string name, params string?[][] rows)
    {
        var columns = Titles.Select((title, i) => XlsxColumn<string?[]>.Text(title, 20, row => row[i]));
        return Payload(name, await Workbooks.WriteAsync(new XlsxTable<string?[]>("目录", [.. columns]), rows));
    }

    public static FilePayload Payload(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };
}
