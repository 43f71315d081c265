using System.Collections.Frozen;
using System.Globalization;
using DataBureau.Domain;

namespace DataBureau.Web.Features.Audit;

/// <summary>The keys of audit rows in Chinese. Acts and states of a workflow are looked up in its own vocabulary, by its naming.</summary>
public static class AuditWords
{
    private static readonly FrozenDictionary<string, string> Actions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["sign-in"] = "登录",
        ["sign-out"] = "退出",
        ["change-password"] = "修改密码",
        ["reset-password"] = "重置密码",
        ["Create"] = "新建",
        ["Edit"] = "修改",
        ["Delete"] = "删除",
        ["Import"] = "导入",
        ["Report"] = "汇报落实",
        ["Disable"] = "停用",
        ["Enable"] = "启用",
        ["Unlock"] = "解锁",
        ["Grant"] = "授权",
        ["Revoke"] = "撤销授权",
        ["Abolish"] = "撤销",
        ["Restore"] = "恢复",
        ["Merge"] = "合并",
        ["Transfer"] = "划转",
        ["Rename"] = "更名",
        ["DataList"] = "修改数据清单",
        ["Status"] = "改变状态",
        ["AddFile"] = "上传附件",
        ["RemoveFile"] = "删除附件",
        ["DownloadFile"] = "下载附件",
        ["PreviewFile"] = "预览附件",
        ["RevealPhone"] = "查看完整号码",
        ["ExportPhones"] = "导出完整号码",
        ["AddQuestion"] = "增加会商事项",
        ["RemoveQuestion"] = "删除会商事项",
        ["Invite"] = "邀请单位",
        ["Disinvite"] = "取消邀请",
        ["Replace"] = "替换单位",
        ["MarkSilent"] = "标记未反馈",
        ["Settle"] = "处理分歧",
        ["MarkUnsigned"] = "标记未会签",
        ["AddFollowUp"] = "增加落实事项",
        ["FinishFollowUp"] = "办结落实事项",
        ["DropFollowUp"] = "删除落实事项",
        ["VerifyChain"] = "校验封存",
        ["Mute"] = "关闭通知",
        ["Unmute"] = "打开通知",
        ["Urge"] = "催办",
        ["Copy"] = "抄送",
        ["Propose"] = "提出",
        ["Confirm"] = "确认",
        ["Reject"] = "不予确认",
        ["Withdraw"] = "撤回",
        ["Answer"] = "反馈意见",
        ["Countersign"] = "会签",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What acts are done to; also the choices of the filter.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> Kinds =
    [
        ("catalogue", "数据目录"),
        ("review-package", "目录批次"),
        ("plan", "规划"),
        ("implementation-plan", "实施方案"),
        ("digital-base", "县级数字底座"),
        ("chief-data-officer", "首席数据官"),
        ("officer-evaluation", "履职评价"),
        ("indicator-set", "评价指标"),
        ("joint-meeting", "联席会议"),
        ("officer-training", "数据官培训"),
        ("project", "项目"),
        ("annual-plan", "年度建设计划"),
        ("component", "共性组件"),
        ("consultation", "会商"),
        ("number", "编号"),
        ("filing-recipient", "备案接收机关"),
        ("export", "清单"),
        ("audit-chain", "审计封存"),
        ("account", "账号"),
        ("user", "用户"),
        ("organisation", "单位"),
        ("calendar", "工作日历"),
        ("policy-switch", "规则切换"),
        ("dictionary", "字典"),
        ("setting", "设置"),
    ];

    public static string Result(bool succeeded) => succeeded ? "成功" : "失败";

    /// <summary>"catalogue.Submit" → 提交; "export.catalogue" → 导出; what nobody has named → the name of its group.</summary>
    public static string Action(string key)
    {
        if (key.StartsWith("export.", StringComparison.Ordinal))
            return "导出";
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var (kind, act) = dot < 0 ? (string.Empty, key) : (key[..dot], key[(dot + 1)..]);
        return EnumWords.Find(kind, "Action", act) ?? Actions.GetValueOrDefault(act) ?? AuditGroups.Of(key)?.Name ?? "其他操作";
    }

    public static string Kind(string? kind) => kind is null ? "" : Kinds.FirstOrDefault(k => k.Value == kind).Text ?? "其他";

    /// <summary>Where an act came from: the network address, or the command line.</summary>
    public static string Address(string? address) => address switch
    {
        null => "",
        "command-line" => "命令行",
        _ => address,
    };

    public static string Time(DateTimeOffset at) => ChinaTime.Local(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
