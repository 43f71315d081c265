using System.Collections.Immutable;
using System.Globalization;
using DataBureau.Domain.Policy;

namespace DataBureau.Domain.Catalogue;

/// <summary>One field of an entry: its title, and what it says in words. The page, the differences, the form and the export all read this list.</summary>
public sealed record CatalogueFieldInfo(string Key, string Title, string Group, Func<CatalogueContent, JurisdictionPolicy, string?> Text, Func<CatalogueContent, object?> Value)
{
    public bool Same(CatalogueContent a, CatalogueContent b)
    {
        var (x, y) = (Value(a), Value(b));
        return x is IEnumerable<object> s && y is IEnumerable<object> t ? s.SequenceEqual(t) : Equals(x, y);
    }
}

public static class CatalogueFields
{
    public static readonly ImmutableArray<CatalogueFieldInfo> All =
    [
        Text(nameof(CatalogueContent.Name), "信息资源名称", "基本信息", c => c.Name),
        Text(nameof(CatalogueContent.Code), "信息资源代码", "基本信息", c => c.Code),
        Text(nameof(CatalogueContent.ClassificationPath), "信息资源分类", "基本信息", c => c.ClassificationPath),
        Text(nameof(CatalogueContent.ProviderUnit), "提供方内部部门", "基本信息", c => c.ProviderUnit),
        Text(nameof(CatalogueContent.Abstract), "信息资源摘要", "基本信息", c => c.Abstract),
        new(nameof(CatalogueContent.Format), "信息资源格式", "基本信息", (c, _) => c.Format?.ToString(), c => c.Format),
        Named(nameof(CatalogueContent.UpdateFrequency), "更新周期", "基本信息", c => c.UpdateFrequency),
        Text(nameof(CatalogueContent.UpdateFrequencyNote), "更新周期说明", "基本信息", c => c.UpdateFrequencyNote),
        Date(nameof(CatalogueContent.PublicationDate), "发布日期", "基本信息", c => c.PublicationDate),
        new(nameof(CatalogueContent.RelatedCodes), "关联资源代码", "基本信息", (c, _) => c.RelatedCodes.Count == 0 ? null : string.Join('、', c.RelatedCodes), c => c.RelatedCodes),
        Named(nameof(CatalogueContent.Ownership), "数据归属", "基本信息", c => c.Ownership),
        Text(nameof(CatalogueContent.SourceSystem), "所属信息系统", "基本信息", c => c.SourceSystem),
        Text(nameof(CatalogueContent.Theme), "主题领域", "基本信息", c => c.Theme),
        Named(nameof(CatalogueContent.Grade), "数据分级", "基本信息", c => c.Grade),
        Text(nameof(CatalogueContent.ContactUnit), "联系单位", "基本信息", c => c.ContactUnit),
        Text(nameof(CatalogueContent.ContactPhone), "联系电话", "基本信息", c => c.ContactPhone),
        new(nameof(CatalogueContent.Items), "信息项", "信息项", (c, _) => c.Items.Count == 0 ? null : string.Join('、', c.Items), c => c.Items),
        new(nameof(CatalogueContent.Sharing), "共享类型", "共享属性", (c, p) => c.Sharing is { } s ? p.Sharing.Label(s) : null, c => c.Sharing),
        Named(nameof(CatalogueContent.ConditionalSharing), "有条件共享情形", "共享属性", c => c.ConditionalSharing),
        Text(nameof(CatalogueContent.SharingCondition), "共享条件", "共享属性", c => c.SharingCondition),
        Text(nameof(CatalogueContent.SharingReason), "共享受限理由", "共享属性", c => c.SharingReason),
        Named(nameof(CatalogueContent.SharingBasisRank), "依据层级", "共享属性", c => c.SharingBasisRank),
        Text(nameof(CatalogueContent.SharingBasis), "共享受限依据", "共享属性", c => c.SharingBasis),
        Date(nameof(CatalogueContent.SharingReviewOn), "暂不共享复核日期", "共享属性", c => c.SharingReviewOn),
        Named(nameof(CatalogueContent.SharingMethod), "共享方式", "共享属性", c => c.SharingMethod),
        new(nameof(CatalogueContent.Opening), "开放类型", "开放属性", (c, p) => c.Opening is { } o ? p.Opening.Label(o) : null, c => c.Opening),
        Text(nameof(CatalogueContent.OpeningCondition), "开放条件", "开放属性", c => c.OpeningCondition),
        Text(nameof(CatalogueContent.OpeningBasis), "不开放依据", "开放属性", c => c.OpeningBasis),
        new(nameof(CatalogueContent.Preparations), "开放前处理", "开放属性", (c, _) => Names(c.Preparations), c => c.Preparations),
    ];

    public static CatalogueFieldInfo? Find(string key) => All.FirstOrDefault(f => f.Key == key);

    /// <summary>The fields that say something else in the second content.</summary>
    public static IEnumerable<CatalogueFieldInfo> Differences(CatalogueContent before, CatalogueContent after) => All.Where(f => !f.Same(before, after));

    private static CatalogueFieldInfo Text(string key, string title, string group, Func<CatalogueContent, string?> value) => new(key, title, group, (c, _) => value(c), value);

    private static CatalogueFieldInfo Named<T>(string key, string title, string group, Func<CatalogueContent, T?> value)
        where T : struct, Enum => new(key, title, group, (c, _) => value(c) is { } v ? ((Enum)(object)v).ChineseName() : null, c => value(c));

    private static CatalogueFieldInfo Date(string key, string title, string group, Func<CatalogueContent, DateOnly?> value) =>
        new(key, title, group, (c, _) => value(c)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c => value(c));

    private static string? Names(OpeningPreparation value)
    {
        var names = Enum.GetValues<OpeningPreparation>().Where(p => p != OpeningPreparation.None && value.HasFlag(p)).Select(p => p.ChineseName()).ToList();
        return names.Count == 0 ? null : string.Join('、', names);
    }
}
