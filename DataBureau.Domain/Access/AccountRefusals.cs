using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Access;

/// <summary>Everything that the administration of accounts and grants can refuse.</summary>
public static class AccountRefusals
{
    public const string UserName = "UserName";
    public const string DisplayName = "DisplayName";
    public const string Organisation = "Organisation";
    public const string Role = "Role";
    public const string Scope = "Scope";

    public static Refusal UserNameRequired() => Of("UserNameRequired", UserName, "请填写用户名。");

    public static Refusal UserNameTooLong(int limit) => Of("UserNameTooLong", UserName, $"用户名超过 {limit} 个字符，请缩短。");

    public static Refusal UserNameCharacters() => Of("UserNameCharacters", UserName, "用户名只能使用字母、数字和 - . _ @ +，不能有空格和汉字。", "含有不允许的字符。");

    public static Refusal UserNameTaken(string name) => Of("UserNameTaken", UserName, $"用户名「{name}」已被使用，请换一个。停用的账号也占用用户名。", "已被使用。");

    public static Refusal DisplayNameRequired() => Of("DisplayNameRequired", DisplayName, "请填写姓名。");

    public static Refusal DisplayNameTooLong(int limit) => Of("DisplayNameTooLong", DisplayName, $"姓名超过 {limit} 字。");

    public static Refusal OrganisationRequired() => Of("OrganisationRequired", Organisation, "请选择单位。");

    public static Refusal OrganisationAbolished(string name) => Of("OrganisationAbolished", Organisation, $"「{name}」已撤销，请选择在用的单位。", "该单位已撤销。");

    public static Refusal OrganisationOutOfReach() => Of("OrganisationOutOfReach", Organisation, "该单位不在您的管辖范围内，请由该地的安全管理员办理。", "不在您的管辖范围内。");

    /// <summary>Nobody decides on their own access: the second pair of eyes of 等保.</summary>
    public static Refusal Own(string act) => new("OwnAccount", $"不能{act}自己的账号。请由另一名安全管理员办理。");

    public static Refusal OwnPassword() => new("OwnPassword", "自己的密码请在右上角「修改密码」中修改。");

    public static Refusal AlreadyDisabled() => new("AlreadyDisabled", "该账号已经停用。");

    public static Refusal NotDisabled() => new("NotDisabled", "该账号没有停用，不需要启用。");

    public static Refusal NotLocked() => new("NotLocked", "该账号没有锁定，不需要解锁。");

    public static Refusal Disabled(string act) => new("AccountDisabled", $"该账号已停用，不能{act}。请先启用。");

    public static Refusal GrantExists(string organisation, Role role) =>
        Of("GrantExists", Role, $"该用户在「{organisation}」已有「{role.ChineseName()}」的授权。如需改变范围，请先收回再重新授权。", "已有这项授权。");

    public static Refusal ScopeNotForRole(Role role, GrantScope scope) =>
        Of("ScopeNotForRole", Scope, $"「{role.ChineseName()}」的范围不能是「{scope.ChineseName()}」，可以选择：{string.Join('、', GrantRules.ScopesOf(role).Select(s => s.ChineseName()))}。", "不适用于这个角色。");

    public static Refusal ScopeBeyondReach(GrantScope scope) =>
        Of("ScopeBeyondReach", Scope, $"范围「{scope.ChineseName()}」超出您自己的管辖范围，请由上级安全管理员授权。", "超出您的管辖范围。");

    public static Refusal RoleNeedsResponsibility(Role role, string organisation, string responsibility) =>
        Of("RoleNeedsResponsibility", Role, $"「{role.ChineseName()}」只能在{responsibility}担任，「{organisation}」没有登记这项职责。如属漏登，请系统管理员在「组织机构」中补登。", $"授权单位不是{responsibility}。");

    public static Refusal AccountBeyondReach() =>
        new("AccountBeyondReach", "该账号持有超出您管辖范围的授权，不能由您重置密码。请由上级安全管理员办理。");

    /// <param name="atField">Shorter, where the sentence stands above the form as well.</param>
    private static Refusal Of(string code, string field, string sentence, string? atField = null) => new(code, sentence) { Details = [new(field, atField ?? sentence)] };
}
