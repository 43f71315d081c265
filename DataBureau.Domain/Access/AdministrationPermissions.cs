using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Access;

/// <summary>The rights of the three administrators. None of them includes business drafts.</summary>
public static class AdministrationPermissions
{
    public static readonly Permission Organisations = new("admin.organisations", "管理组织机构");

    /// <summary>Who receives what is filed, where it differs from the rule.</summary>
    public static readonly Permission FilingRecipients = new("admin.filing-recipients", "设定备案接收机关");

    /// <summary>Open accounts and say whose they are. What an account may do is another administrator's to say.</summary>
    public static readonly Permission Accounts = new("admin.accounts", "建立账号");

    /// <summary>Give and take grants, open and close accounts, issue passwords.</summary>
    public static readonly Permission Users = new("admin.users", "管理授权");

    /// <summary>See who there is and who holds what.</summary>
    public static readonly Permission People = new("admin.people", "查看用户与授权");

    /// <summary>See which rules were chosen where.</summary>
    public static readonly Permission PolicySwitches = new("admin.policy-switches", "查看规则切换");

    public static readonly Permission ProposePolicy = new("admin.policy-switches.propose", "提出规则切换");

    /// <summary>The second of two people.</summary>
    public static readonly Permission ConfirmPolicy = new("admin.policy-switches.confirm", "确认规则切换");

    /// <summary>The code lists that a bureau keeps itself.</summary>
    public static readonly Permission Dictionaries = new("admin.dictionaries", "维护字典");

    /// <summary>What needs attention in the administration.</summary>
    public static readonly Permission Overview = new("admin.overview", "查看管理概况");

    public static readonly Permission Audit = new("admin.audit", "查看审计日志");

    public static readonly Permission Calendar = new("admin.calendar", "管理工作日历");

    public static readonly Permission TimeLimits = new("admin.time-limits", "设置局内时限");

    public static readonly Permission OfficerScheme = new("admin.officer-scheme", "设置首席数据官岗位方案");
}
