namespace DataBureau.Domain.Catalogue;

/// <summary>共享属性, S01. Which classes a jurisdiction offers, and under which words, is its policy's matter.</summary>
public enum SharingAttribute
{
    [ChineseName("无条件共享")] Unconditional,
    [ChineseName("有条件共享")] Conditional,

    /// <summary>不予共享 in Shanxi, 暂不共享 in Fujian.</summary>
    [ChineseName("不予共享")] NotShared,
}

/// <summary>The two cases of conditional sharing, S03.</summary>
public enum ConditionalSharing
{
    /// <summary>All of the content, to named bodies only.</summary>
    [ChineseName("限定对象")] LimitedAudience,

    /// <summary>Part of the content, to every body.</summary>
    [ChineseName("限定内容")] LimitedContent,
}

/// <summary>共享方式 of the 2017 guide: three on the exchange platform, and what is left off it.</summary>
public enum SharingMethod
{
    [ChineseName("数据库")] Database,
    [ChineseName("文件")] File,
    [ChineseName("接口")] Interface,
    [ChineseName("邮件")] Mail,
    [ChineseName("介质交换")] Media,
}

/// <summary>Rank of a document that is cited as the basis of a restriction, S02.</summary>
public enum LegalBasisRank
{
    [ChineseName("法律")] Law,
    [ChineseName("行政法规")] AdministrativeRegulation,
    [ChineseName("国务院决定")] StateCouncilDecision,
    [ChineseName("地方性法规")] LocalRegulation,
    [ChineseName("政府规章")] GovernmentRule,
    [ChineseName("国家政策")] NationalPolicy,
    [ChineseName("地方政策文件")] LocalPolicy,
}

/// <summary>开放类型, O01. The words differ by jurisdiction; the value does not.</summary>
public enum OpeningType
{
    [ChineseName("无条件开放")] Unconditional,
    [ChineseName("有条件开放")] Conditional,
    [ChineseName("不予开放")] NotOpened,
}

/// <summary>What is done to data before it is opened, O05.</summary>
[Flags]
public enum OpeningPreparation
{
    [ChineseName("无")] None = 0,
    [ChineseName("脱敏")] Masked = 1,
    [ChineseName("脱密")] Declassified = 2,
    [ChineseName("标准化")] Standardised = 4,
    [ChineseName("机器可读")] MachineReadable = 8,
}

/// <summary>更新周期. A spelling that names no member exactly is kept as <see cref="Other"/> with its words beside it.</summary>
public enum UpdateFrequency
{
    [ChineseName("实时")] RealTime,
    [ChineseName("每日")] Daily,
    [ChineseName("每周")] Weekly,
    [ChineseName("每半月")] HalfMonthly,
    [ChineseName("每月")] Monthly,
    [ChineseName("每季度")] Quarterly,
    [ChineseName("每半年")] HalfYearly,
    [ChineseName("每年")] Yearly,
    [ChineseName("不定期")] Irregular,
    [ChineseName("不更新")] Static,
    [ChineseName("其他")] Other,
}

/// <summary>信息资源格式分类 of the 2017 guide (1–6), 服务接口 of later practice (7), and 其他.</summary>
public enum FormatCategory
{
    [ChineseName("电子文件")] Document = 1,
    [ChineseName("电子表格")] Spreadsheet = 2,
    [ChineseName("数据库")] Database = 3,
    [ChineseName("图形图像")] Image = 4,
    [ChineseName("流媒体")] Stream = 5,
    [ChineseName("自描述格式")] SelfDescribing = 6,
    [ChineseName("服务接口")] Service = 7,
    [ChineseName("其他")] Other = 8,
}

/// <summary>信息项数据类型: one letter in the guide's tools.</summary>
public enum ItemDataType
{
    [ChineseName("字符型C")] Character = 'C',
    [ChineseName("数值型N")] Numeric = 'N',
    [ChineseName("货币型Y")] Currency = 'Y',
    [ChineseName("日期型D")] Date = 'D',
    [ChineseName("日期时间型T")] DateTime = 'T',
    [ChineseName("逻辑型L")] Logical = 'L',
    [ChineseName("备注型M")] Memo = 'M',
    [ChineseName("通用型G")] General = 'G',
    [ChineseName("双精度型B")] Double = 'B',
    [ChineseName("整型I")] Integer = 'I',
    [ChineseName("浮点型F")] Float = 'F',
}

/// <summary>分级, C05: the general / important / core scale with the two middle steps that bureaux use. The national rules name the levels; the documents do not.</summary>
public enum SecurityGrade
{
    [ChineseName("一般数据1级")] General1,
    [ChineseName("一般数据2级")] General2,
    [ChineseName("一般数据3级")] General3,
    [ChineseName("一般数据4级")] General4,
    [ChineseName("重要数据")] Important,
    [ChineseName("核心数据")] Core,
}

/// <summary>Whose data it is: the documents differ in whom they cover (domain 1.9, item 15).</summary>
public enum DataOwnership
{
    [ChineseName("政务数据")] Government,
    [ChineseName("公益事业单位数据")] PublicInstitution,
    [ChineseName("公用企业数据")] PublicUtility,
}
