using DataBureau.Domain;
using DataBureau.Domain.Catalogue;

namespace DataBureau.Web.Features.Dictionaries;

/// <summary>A list that a standard or the regulations fix: shown with its source, changed by nobody here.</summary>
public sealed record FixedList(string Name, string Source, IReadOnlyList<string> Words);

internal static class FixedLists
{
    private const string Guide = "《政务信息资源目录编制指南（试行）》核心元数据";
    private const string Rules = "各辖区法规，见「法规依据」中的对照";

    public static readonly IReadOnlyList<FixedList> All =
    [
        new("信息资源格式（分类）", Guide, Names<FormatCategory>()),
        new("更新周期", Guide, Names<UpdateFrequency>()),
        new("共享方式", Guide, Names<SharingMethod>()),
        new("数据类型", Guide, Names<ItemDataType>()),
        new("共享类型", Rules, Names<SharingAttribute>()),
        new("开放类型", Rules, Names<OpeningType>()),
        new("分级", "国家标准 GB/T 43697《数据安全技术 数据分类分级规则》", Names<SecurityGrade>()),
    ];

    private static IReadOnlyList<string> Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => v.ChineseName())];
}
