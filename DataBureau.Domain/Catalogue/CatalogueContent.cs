namespace DataBureau.Domain.Catalogue;

/// <summary>
/// What a revision says: the core metadata of the 2017 guide (domain 2.2) and the fields practice adds. Everything but the
/// name may be missing in a draft.
/// </summary>
public sealed record CatalogueContent
{
    public const int NameLimit = 200;
    public const int ShortLimit = 200;
    public const int TextLimit = 4000;

    /// <summary>Of the text that the formats make together.</summary>
    public const int FormatLimit = 400;

    /// <summary>信息资源名称.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>信息资源分类: 类/项/目/细目, separated by "/".</summary>
    public string? ClassificationPath { get; init; }

    /// <summary>信息资源代码: 前段码/后段码. Frozen after the first publication.</summary>
    public string? Code { get; init; }

    /// <summary>提供方内部部门.</summary>
    public string? ProviderUnit { get; init; }

    /// <summary>信息资源摘要.</summary>
    public string? Abstract { get; init; }

    /// <summary>信息资源格式.</summary>
    public ResourceFormat? Format { get; init; }

    /// <summary>信息项信息; at least one where the data is structured.</summary>
    public IReadOnlyList<DataItem> Items { get; init; } = [];

    /// <summary>共享类型.</summary>
    public SharingAttribute? Sharing { get; init; }

    /// <summary>有条件共享的情形.</summary>
    public ConditionalSharing? ConditionalSharing { get; init; }

    /// <summary>共享条件.</summary>
    public string? SharingCondition { get; init; }

    /// <summary>共享受限的理由.</summary>
    public string? SharingReason { get; init; }

    /// <summary>依据的文件层级.</summary>
    public LegalBasisRank? SharingBasisRank { get; init; }

    /// <summary>共享受限的依据: document and article.</summary>
    public string? SharingBasis { get; init; }

    /// <summary>暂不共享的复核日期.</summary>
    public DateOnly? SharingReviewOn { get; init; }

    /// <summary>共享方式.</summary>
    public SharingMethod? SharingMethod { get; init; }

    /// <summary>开放类型.</summary>
    public OpeningType? Opening { get; init; }

    /// <summary>开放条件.</summary>
    public string? OpeningCondition { get; init; }

    /// <summary>不开放的依据, where the scheme asks for one.</summary>
    public string? OpeningBasis { get; init; }

    /// <summary>开放前已完成的处理.</summary>
    public OpeningPreparation Preparations { get; init; }

    /// <summary>更新周期.</summary>
    public UpdateFrequency? UpdateFrequency { get; init; }

    /// <summary>更新周期说明: the words of a spelling that names no member of the list.</summary>
    public string? UpdateFrequencyNote { get; init; }

    /// <summary>发布日期.</summary>
    public DateOnly? PublicationDate { get; init; }

    /// <summary>关联资源代码.</summary>
    public IReadOnlyList<string> RelatedCodes { get; init; } = [];

    /// <summary>分级.</summary>
    public SecurityGrade? Grade { get; init; }

    /// <summary>数据归属类别.</summary>
    public DataOwnership? Ownership { get; init; }

    /// <summary>所属信息系统.</summary>
    public string? SourceSystem { get; init; }

    /// <summary>主题领域.</summary>
    public string? Theme { get; init; }

    /// <summary>联系单位.</summary>
    public string? ContactUnit { get; init; }

    /// <summary>联系电话（公开的办公电话）.</summary>
    public string? ContactPhone { get; init; }

    public bool Equals(CatalogueContent? other) =>
        other is not null
        && CatalogueFields.All.All(f => f.Same(this, other));

    public override int GetHashCode() => HashCode.Combine(Name, Code, Abstract, Sharing, Opening, UpdateFrequency);
}
