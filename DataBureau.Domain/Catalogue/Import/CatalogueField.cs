namespace DataBureau.Domain.Catalogue.Import;

/// <summary>What a column of a catalogue workbook may hold: the core metadata of the 2017 guide, and what real templates add that is of use.</summary>
public enum CatalogueField
{
    [ChineseName("类")] ClassLevel1,
    [ChineseName("项")] ClassLevel2,
    [ChineseName("目")] ClassLevel3,
    [ChineseName("细目")] ClassLevel4,

    /// <summary>The levels 5 to 26 of the national template: one column each, joined into the path after 细目.</summary>
    [ChineseName("细目以下分类")] ClassLevelDeeper,

    /// <summary>The whole path in one cell.</summary>
    [ChineseName("信息资源分类")] ClassificationPath,

    [ChineseName("信息资源名称")] Name,
    [ChineseName("信息资源代码")] Code,
    [ChineseName("信息资源提供方")] ProviderName,
    [ChineseName("信息资源提供方代码")] ProviderCode,
    [ChineseName("提供方内部部门")] ProviderUnit,
    [ChineseName("信息资源摘要")] Abstract,
    [ChineseName("信息资源格式分类")] FormatCategory,
    [ChineseName("信息资源格式类型")] FormatType,
    [ChineseName("其他类型资源格式描述")] FormatOther,
    [ChineseName("信息项名称")] ItemName,
    [ChineseName("信息项数据类型")] ItemDataType,
    [ChineseName("信息项数据长度")] ItemLength,
    [ChineseName("共享类型")] SharingAttribute,
    [ChineseName("共享条件")] SharingCondition,
    [ChineseName("共享受限理由")] SharingReason,
    [ChineseName("共享受限依据")] SharingBasis,
    [ChineseName("有条件共享情形")] ConditionalSharing,
    [ChineseName("依据层级")] SharingBasisRank,
    [ChineseName("暂不共享复核日期")] SharingReviewOn,
    [ChineseName("共享方式分类")] SharingMethodCategory,
    [ChineseName("共享方式类型")] SharingMethod,
    [ChineseName("是否向社会开放")] IsOpen,
    [ChineseName("开放类型")] OpeningType,
    [ChineseName("开放条件")] OpeningCondition,
    [ChineseName("不开放依据")] OpeningBasis,
    [ChineseName("开放前处理")] Preparations,
    [ChineseName("更新周期")] UpdateFrequency,
    [ChineseName("发布日期")] PublicationDate,
    [ChineseName("关联资源代码")] RelatedCodes,
    [ChineseName("数据分级")] Grade,
    [ChineseName("联系单位")] ContactUnit,
    [ChineseName("联系电话")] ContactPhone,
    [ChineseName("所属信息系统")] SourceSystem,
    [ChineseName("主题领域")] Theme,
    [ChineseName("权属")] Ownership,
}

public static class ImportableFields
{
    public static IReadOnlyList<CatalogueField> All { get; } = Enum.GetValues<CatalogueField>();

    /// <summary>The fields that describe one 信息项, and so may repeat below one entry or stand on a sheet of their own.</summary>
    public static bool IsOfItem(this CatalogueField field) => field is CatalogueField.ItemName or CatalogueField.ItemDataType or CatalogueField.ItemLength;

    /// <summary>The fields by which an entry is known again: whose it is, its name, its code.</summary>
    public static bool NamesEntry(this CatalogueField field) => field is CatalogueField.Name or CatalogueField.Code or CatalogueField.ProviderName or CatalogueField.ProviderCode;

    /// <summary>Required of every entry by the guide. A draft may still lack it; sending it for review may not.</summary>
    public static bool IsRequiredByGuide(this CatalogueField field) => field is CatalogueField.Name or CatalogueField.ProviderName or CatalogueField.Abstract or CatalogueField.FormatCategory
        or CatalogueField.SharingAttribute or CatalogueField.IsOpen or CatalogueField.UpdateFrequency;

    /// <summary>Several columns may hold it, in their order.</summary>
    public static bool IsRepeatable(this CatalogueField field) => field == CatalogueField.ClassLevelDeeper;
}
