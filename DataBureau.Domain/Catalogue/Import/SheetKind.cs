namespace DataBureau.Domain.Catalogue.Import;

/// <summary>What a sheet of a workbook is for.</summary>
public enum SheetKind
{
    [ChineseName("目录条目")] Entries,

    /// <summary>信息项 on a sheet of their own, each naming its entry.</summary>
    [ChineseName("信息项")] Items,

    /// <summary>Lists behind the drop-downs.</summary>
    [ChineseName("字典")] Dictionary,

    [ChineseName("填表说明")] Instructions,

    /// <summary>The list of problems in a workbook that was returned.</summary>
    [ChineseName("问题清单")] ErrorList,

    [ChineseName("未识别")] Unknown,
}
