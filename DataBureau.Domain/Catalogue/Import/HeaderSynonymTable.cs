using To = DataBureau.Domain.Catalogue.Import.CatalogueField;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>The words that templates and listings use as headers. Per field the better word comes first: it wins when two columns claim one field.</summary>
internal static class HeaderSynonymTable
{
    public static readonly IReadOnlyList<(CatalogueField Field, string[] Words)> Exact =
    [
        (To.ClassLevel1, ["类", "类分类", "类名称", "分类一级", "一级分类", "分类1", "信息资源分类(类)", "信息资源分类-类", "类目名称(类)"]),
        (To.ClassLevel2, ["项", "项分类", "项名称", "分类二级", "二级分类", "分类2", "信息资源分类(项)", "信息资源分类-项"]),
        (To.ClassLevel3, ["目", "目分类", "目名称", "分类三级", "三级分类", "分类3", "信息资源分类(目)", "信息资源分类-目"]),
        (To.ClassLevel4, ["细目", "细目分类", "细目名称", "分类四级", "四级分类", "分类4", "信息资源分类(细目)", "信息资源分类-细目"]),
        (To.ClassificationPath, ["信息资源分类", "资源分类", "数据资源分类", "目录分类", "分类路径", "类目路径", "所属类目", "资源属性分类", "资源属性分类一"]),
        (To.Name, ["信息资源名称", "政务信息资源名称", "公共数据资源名称", "政务数据资源名称", "数据资源名称", "资源名称", "信息资源目录名称", "数据资源目录名称", "公共数据资源目录名称", "公共数据目录名称", "政务数据目录名称", "资源目录名称", "数据目录名称", "目录名称", "数据集名称", "数据名称", "名称", "标题"]),
        (To.Code, ["信息资源代码", "政务信息资源代码", "数据资源代码", "资源代码", "信息资源编码", "数据资源编码", "资源编码", "目录代码", "目录编码", "信息资源目录代码"]),
        (To.ProviderName, ["信息资源提供方", "信息资源提供方名称", "数据资源提供方", "资源提供方", "目录提供方", "数据提供方", "提供方", "提供方名称", "提供单位", "数据提供单位", "提供单位名称", "提供部门", "数据提供部门", "来源部门", "信息资源来源部门", "数据资源来源部门", "数据来源部门", "来源单位", "数源单位", "数源部门", "所属部门"]),
        (To.ProviderCode, ["信息资源提供方代码", "资源提供方代码", "提供方代码", "数据提供方代码", "提供单位代码", "提供方统一社会信用代码", "提供单位统一社会信用代码", "统一社会信用代码"]),
        (To.ProviderUnit, ["提供方内部部门", "提供方内设机构", "内部部门", "内设机构", "提供处室", "提供科室", "所属处室", "责任处室", "责任科室"]),
        (To.Abstract, ["信息资源摘要", "数据资源摘要", "资源摘要", "目录摘要", "摘要", "信息资源描述", "信息资源目录描述", "数据资源目录描述", "目录描述", "资源描述", "资源简介", "数据简介", "内容简介", "简介", "描述"]),
        (To.FormatCategory, ["信息资源格式分类", "资源格式分类", "格式分类"]),
        (To.FormatType, ["信息资源格式类型", "资源格式类型", "格式类型", "信息资源格式", "数据资源格式", "资源格式", "数据格式", "文件格式", "格式"]),
        (To.FormatOther, ["其他类型资源格式描述", "其他格式描述", "其他资源格式描述"]),
        (To.ItemName, ["信息项名称", "数据项名称", "资源项名称", "信息项业务名称", "信息项中文名称", "数据项中文名称", "字段中文名称", "字段中文名", "信息项", "数据项"]),
        (To.ItemDataType, ["信息项数据类型", "信息项类型", "数据项类型", "字段类型", "数据类型"]),
        (To.ItemLength, ["信息项数据长度", "信息项长度", "数据项长度", "字段长度", "数据长度", "长度"]),
        (To.SharingAttribute, ["共享类型", "共享属性", "共享属性类型", "资源共享属性", "资源共享类型", "数据共享属性"]),
        (To.SharingCondition, ["共享条件", "共享条件/不予共享依据", "数据共享条件"]),
        (To.SharingReason, ["共享受限理由", "受限共享理由", "不予共享理由", "有条件共享理由", "共享理由"]),
        (To.SharingBasis, ["共享受限依据", "受限共享依据", "不予共享依据", "不予共享的依据", "有条件共享依据", "共享依据"]),
        (To.ConditionalSharing, ["有条件共享情形", "有条件共享类型", "有条件共享方式"]),
        (To.SharingBasisRank, ["依据层级", "共享受限依据层级", "依据文件层级", "依据类型"]),
        (To.SharingReviewOn, ["暂不共享复核日期", "复核日期", "共享复核日期"]),
        (To.SharingMethodCategory, ["共享方式分类", "共享方式类别"]),
        (To.SharingMethod, ["共享方式类型", "共享方式", "数据共享方式"]),
        (To.IsOpen, ["是否向社会开放", "是否开放", "是否对社会开放", "是否可开放", "可开放", "向社会开放"]),
        (To.OpeningType, ["开放类型", "开放属性", "开放属性类型", "开放状态", "资源开放属性", "数据开放属性", "数据开放类型"]),
        (To.OpeningCondition, ["开放条件", "数据开放条件"]),
        (To.OpeningBasis, ["不开放依据", "不予开放依据", "负面清单依据"]),
        (To.Preparations, ["开放前处理", "脱敏脱密情况", "开放前处理情况"]),
        (To.UpdateFrequency, ["更新周期", "更新频率", "更新频度", "数据更新周期", "数据更新频率", "资源更新周期", "资源更新频度", "资源更新频率", "更新频次", "数据更新频次"]),
        (To.PublicationDate, ["发布日期", "发布时间", "目录发布日期", "目录发布时间"]),
        (To.RelatedCodes, ["关联资源代码", "关联信息资源代码", "关联资源编码", "关联及类目名称"]),
        (To.Grade, ["数据分级", "数据级别", "数据安全级别", "数据安全分级", "安全级别", "分级"]),
        (To.ContactUnit, ["联系单位", "联系部门", "业务联系单位"]),
        (To.ContactPhone, ["联系电话", "咨询电话", "联系人电话"]),
        (To.SourceSystem, ["所属信息系统", "信息系统名称", "所属系统", "所属系统名称", "来源系统", "数据来源系统", "关联信息系统"]),
        (To.Theme, ["主题领域", "领域分类", "所属领域", "数据领域", "主题分类", "所属主题", "主题"]),
        (To.Ownership, ["权属", "权属关系", "数据权属", "数据归属"]),
    ];

    /// <summary>Under a group header the leaf may be one word. The first group that is contained and lists the leaf counts.</summary>
    public static readonly IReadOnlyList<(string Group, string[] Leaves, CatalogueField? Field)> Grouped =
    [
        ("信息项", ["名称", "信息项", "中文名称"], To.ItemName),
        ("信息项", ["类型", "数据类型"], To.ItemDataType),
        ("信息项", ["长度", "数据长度"], To.ItemLength),
        // An item's own sharing is finer than an entry's and would overwrite it.
        ("信息项", ["共享属性", "共享类型", "开放属性", "开放类型", "共享条件", "开放条件", "数据分级"], null),
        ("格式", ["分类", "格式分类"], To.FormatCategory),
        ("格式", ["类型", "格式类型"], To.FormatType),
        ("提供方", ["名称", "提供方", "单位名称"], To.ProviderName),
        ("提供方", ["代码", "统一社会信用代码"], To.ProviderCode),
        ("提供方", ["内部部门", "处室"], To.ProviderUnit),
        ("共享方式", ["分类", "类别"], To.SharingMethodCategory),
        ("共享方式", ["类型"], To.SharingMethod),
        ("共享", ["类型", "属性"], To.SharingAttribute),
        ("共享", ["条件"], To.SharingCondition),
        ("共享", ["方式"], To.SharingMethod),
        ("共享", ["理由"], To.SharingReason),
        ("共享", ["依据"], To.SharingBasis),
        ("开放", ["类型", "属性"], To.OpeningType),
        ("开放", ["条件"], To.OpeningCondition),
    ];

    /// <summary>A longer header that contains these words, and none of <see cref="Elsewhere"/>, can mean nothing else.</summary>
    public static readonly IReadOnlyList<(string Words, CatalogueField Field)> Contained =
    [
        ("信息资源名称", To.Name), ("数据资源名称", To.Name), ("资源目录名称", To.Name),
        ("提供方代码", To.ProviderCode), ("统一社会信用代码", To.ProviderCode), ("信息资源代码", To.Code), ("数据资源代码", To.Code),
        ("资源提供方", To.ProviderName), ("数据提供方", To.ProviderName), ("资源摘要", To.Abstract), ("目录摘要", To.Abstract),
        ("资源格式分类", To.FormatCategory), ("资源格式", To.FormatType), ("信息项名称", To.ItemName), ("数据项名称", To.ItemName),
        ("共享条件", To.SharingCondition), ("共享属性", To.SharingAttribute), ("共享类型", To.SharingAttribute),
        ("是否向社会开放", To.IsOpen), ("开放条件", To.OpeningCondition), ("开放类型", To.OpeningType), ("开放属性", To.OpeningType),
        ("更新周期", To.UpdateFrequency), ("更新频率", To.UpdateFrequency), ("更新频度", To.UpdateFrequency), ("发布日期", To.PublicationDate), ("所属信息系统", To.SourceSystem),
    ];

    public static readonly string[] Elsewhere = ["关联", "挂接", "上级", "下级", "原", "备注", "说明", "英文", "联系", "变更", "技术", "同步", "依据", "理由", "其他", "是否", "旧", "拟"];

    /// <summary>Known columns without a counterpart, and why they are not read.</summary>
    public static readonly IReadOnlyList<(string Reason, string[] Words)> Ignored =
    [
        ("是退回的工作簿里的问题说明，导入时不读取。", [HeaderText.ProblemColumn]),
        ("是系统记录的办理情况，导入时不读取。", ["状态", "送审批次", "提交时间", "版本", "信息项数"]),
        ("是更新周期的补充说明，导入时不读取；「其他」周期的说明写在更新周期一栏。", ["更新周期说明"]),
        ("是行号，导入时不读取。", ["序号", "行号"]),
        ("是普查统计量，目录条目不记录。", ["数据存储总量", "结构化信息记录总数", "已共享的数据存储量", "已共享结构化记录数", "已开放的数据存储量", "已开放结构化记录数", "数据量", "数据容量", "记录数"]),
        ("不是发布日期；如要作为发布日期读入，请自行指定。", ["创建日期", "创建时间", "更新时间", "更新日期", "最后更新", "最后更新时间", "数据更新时间"]),
        ("没有对应的字段，不读取。", ["标签", "资源标签", "关键字", "关键词", "检索关键字", "详情页网址", "网址", "链接", "在线链接", "来源地区", "行业分类", "所属行业", "场景分类", "应用场景分类", "下载量", "浏览量", "访问量", "备注"]),
        ("只有名称，不是资源代码。", ["关联数据资源目录", "关联资源名称"]),
        ("是另外的类目树，不读取。", ["资源属性分类二", "资源属性分类三"]),
        ("是所挂接的库表的名称，不是目录条目的名称。", ["挂接资源名称"]),
        ("是库表字段的技术名称，不是信息项名称。", ["信息项技术名称", "映射字段", "字段名", "字段英文名"]),
    ];
}
