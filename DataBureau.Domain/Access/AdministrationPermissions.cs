using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Access;

/// <summary>The rights of the three administrators. None of them includes business drafts.</summary>
public static class AdministrationPermissions
{
    public static readonly Permission Organisations = new("admin.organisations", "管理组织机构");

    /// <summary>Who receives what is filed, where it differs from the rule.</summary>
    public static readonly Permission FilingRecipients = new("admin.filing-recipients", "设定备案接收机关");

    public static readonly Permission Users = new("admin.users", "管理用户与授权");

    public static readonly Permission Audit = new("admin.audit", "查看审计日志");

    public static readonly Permission Calendar = new("admin.calendar", "管理工作日历");

    public static readonly Permission TimeLimits = new("admin.time-limits", "设置局内时限");

    public static readonly Permission OfficerScheme = new("admin.officer-scheme", "设置首席数据官岗位方案");
}
