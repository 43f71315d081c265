using System.Collections.Frozen;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Audit;

/// <summary>The names of fields in what an act changed.</summary>
internal static class AuditFields
{
    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["state"] = "状态",
        ["version"] = "版本",
        ["comment"] = "意见",
        ["remarks"] = "批注",
        ["remark"] = "附言",
        ["copiedTo"] = "抄送给",
        ["field"] = "字段",
        ["text"] = "内容",
        ["rows"] = "行数",
        ["outcome"] = "结果",
        ["indicators"] = "指标",
        ["scores"] = "得分",
        ["hours"] = "学时",
        ["query"] = "筛选条件",
        // What the address says, in the words of that day: it stands in the place of the address.
        ["narrowed"] = "筛选条件",
        ["columns"] = "列",
        ["imported"] = "新增",
        ["updated"] = "更新",
        ["unchanged"] = "未变",
        ["rejected"] = "未导入",
        ["name"] = "名称",
        ["fullName"] = "全称",
        ["shortName"] = "简称",
        ["title"] = "标题",
        ["code"] = "代码",
        ["number"] = "编号",
        ["kind"] = "类别",
        ["organisationKind"] = "单位类别",
        ["responsibilities"] = "职责",
        ["category"] = "类别",
        ["type"] = "类型",
        ["parts"] = "格式",
        ["dataType"] = "数据类型",
        ["length"] = "长度",
        ["regionCode"] = "辖区代码",
        ["region"] = "辖区",
        ["parent"] = "上级单位",
        ["parentId"] = "上级单位编号",
        ["organisation"] = "单位",
        ["organisationId"] = "单位编号",
        ["organisationName"] = "单位",
        ["successor"] = "承接单位",
        ["successorId"] = "承接单位编号",
        ["codeOverrideReason"] = "代码例外理由",
        ["abolishedAt"] = "撤销时间",
        ["disabledAt"] = "停用时间",
        ["lockoutEnd"] = "锁定至",
        ["user"] = "用户",
        ["userId"] = "用户编号",
        ["userName"] = "用户名",
        ["displayName"] = "姓名",
        ["phone"] = "电话",
        ["email"] = "邮箱",
        ["role"] = "角色",
        ["roles"] = "角色",
        ["scope"] = "范围",
        ["grant"] = "授权",
        ["grants"] = "授权",
        ["reason"] = "理由",
        ["date"] = "日期",
        ["day"] = "日期",
        ["year"] = "年度",
        ["days"] = "天数",
        ["workingDays"] = "工作日数",
        ["key"] = "项目",
        ["value"] = "值",
        ["note"] = "说明",
        ["count"] = "数量",
        ["file"] = "文件",
        ["fileName"] = "文件名",
        ["contentKind"] = "文件类型",
        ["size"] = "大小",
        ["sha256"] = "SHA-256 校验值",
        ["attachment"] = "附件编号",
        ["id"] = "编号",
        ["matter"] = "事由",
        ["subject"] = "所涉事项",
        ["seal"] = "封存号",
        ["unsealed"] = "尚未封存的行数",
        ["finding"] = "发现的问题",
        ["hash"] = "最后封存的校验码",
        ["units"] = "单位",
        ["round"] = "轮次",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of list filters in an export's query, where they differ from fields of the same name.</summary>
    private static readonly FrozenDictionary<string, string> Filters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["q"] = "搜索",
        ["year"] = "年度",
        ["group"] = "操作",
        ["kind"] = "对象",
        ["subject"] = "对象编号",
        ["result"] = "结果",
        ["from"] = "起始日期",
        ["to"] = "截止日期",
        ["document"] = "文件",
        ["jurisdiction"] = "适用辖区",
        ["mechanism"] = "机制",
        ["status"] = "状态",
        ["provider"] = "提供方",
        ["package"] = "批次",
        ["authority"] = "审核部门",
        ["frequency"] = "更新周期",
        ["view"] = "视图",
        ["plan"] = "年度计划",
        ["open"] = "只看未对应",
        ["waiting"] = "办理",
        ["post"] = "岗位",
        ["figure"] = "情况",
        ["own"] = "层级",
        ["phones"] = "完整号码",
        ["due"] = "期限",
        [ListNarrowing.DueBeforeKey] = "期限早于",
        ["unit"] = "单位",
        ["officer"] = "人员",
        ["consultation"] = "会商",
        ["level"] = "级别",
        ["responsibility"] = "职责",
        ["grade"] = "等次",
        ["period"] = "期间",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The field's title; a name that nobody has translated stays as it is, because leaving it out would hide something.</summary>
    /// <param name="top">A field of the subject itself, not of something within it.</param>
    public static string Title(string? kind, string key, bool top) =>
        (top && kind == CatalogueEntry.Kind ? CatalogueTitle(key) : top && kind == Plan.CaseKind ? PlanTitle(key) : null) ?? Titles.GetValueOrDefault(key) ?? CatalogueTitle(key) ?? key;

    public static string FilterTitle(string key) => Filters.GetValueOrDefault(key) ?? Title(null, key, top: false);

    /// <summary>A field or a material of some kind of plan.</summary>
    private static string? PlanTitle(string key) => PlanFields.All.FirstOrDefault(f => f.Key == key)?.Title
        ?? PolicyLibrary.Embedded.Jurisdictions.SelectMany(j => j.Plans.Kinds).SelectMany(k => k.Materials).FirstOrDefault(m => m.Key == key)?.Name;

    private static string? CatalogueTitle(string key) => CatalogueFields.All.FirstOrDefault(f => f.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Title;
}
