namespace DataBureau.Web.Features.Audit;

/// <summary>Acts that people look for together.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Prefixes">How the action keys of the group begin.</param>
public sealed record AuditGroup(string Key, string Name, params IReadOnlyList<string> Prefixes);

public static class AuditGroups
{
    /// <summary>How the key of an import ends, whatever is imported: imports are a group of their own.</summary>
    public const string ImportSuffix = ".Import";

    public static readonly AuditGroup Imports = new("import", "导入");

    public static readonly IReadOnlyList<AuditGroup> All =
    [
        new("account", "登录", "account."),
        new("catalogue", "目录", "catalogue."),
        new("plan", "规划", "plan."),
        new("chief-data-officer", "首席数据官", "chief-data-officer.", "cdo.", "officer-evaluation.", "indicator-set.", "joint-meeting.", "officer-training."),
        new("project", "项目", "project.", "annual-plan.", "component.", "implementation-plan.", "digital-base."),
        new("consultation", "会商", "consultation."),
        new("number", "编号", "number."),
        Imports,
        new("export", "导出", "export."),
        new("attachment", "附件", "attachment."),
        new("organisation", "组织", "organisation.", "organisations.", "region."),
        new("user", "用户", "user.", "users.", "grant.", "grants.", "role."),
        new("settings", "设置", "settings.", "setting.", "calendar.", "dictionary.", "deadline.", "filing-recipient.", "policy-switch."),
        new("audit", "审计", "audit."),
    ];

    public static AuditGroup? Find(string key) => All.FirstOrDefault(g => g.Key == key);

    public static AuditGroup? Of(string action) =>
        action.EndsWith(ImportSuffix, StringComparison.Ordinal) ? Imports : All.FirstOrDefault(g => g.Prefixes.Any(p => action.StartsWith(p, StringComparison.Ordinal)));
}
