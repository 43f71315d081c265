using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Users.Import;

/// <summary>The two lists of people that come in as workbooks: accounts for one administrator, grants for another.</summary>
internal static class PeopleSheets
{
    public const string User = "user";
    public const string Name = "name";
    public const string Body = "body";
    public const string Role = "role";
    public const string Scope = "scope";

    public static readonly ImportKind AccountKind = new("user", "用户", AdministrationPermissions.Accounts);

    public static readonly ImportKind GrantKind = new("grant", "授权", AdministrationPermissions.Users);

    public static readonly IReadOnlyList<SheetColumn> Accounts = [new(User, true, "用户名", "登录名", "账号"), new(Name, true, "姓名", "真实姓名") { Wide = true }, new(Body, true, "单位", "所在单位", "单位名称", "统一社会信用代码")];

    public static readonly IReadOnlyList<SheetColumn> Grants = [new(User, true, "用户名", "登录名", "账号"), new(Body, true, "授权单位", "单位", "单位名称"), new(Role, true, "角色"), new(Scope, false, "范围", "授权范围")];

    public static readonly IReadOnlyList<string> AccountNotes =
    [
        "1. 每行一个账号，从第 2 行开始填写；表头不要改动，可以调整列的顺序。",
        "2. 单位填「组织机构」中的全称，或统一社会信用代码。",
        "3. 导入只新建账号；已有的账号不会被修改。新账号没有权限，由安全管理员授权。",
        "4. 导入后下载一次初始密码表；系统不保存明文，错过的逐个重置。首次登录必须修改密码。",
    ];

    public static readonly IReadOnlyList<string> GrantNotes =
    [
        "1. 每行一项授权，从第 2 行开始填写；一个人有几项授权就写几行。",
        $"2. 角色从这些中选择：{string.Join('、', Enum.GetValues<Role>().Select(r => r.ChineseName()))}。",
        $"3. 范围可以不填，取该角色最小的范围；可填：{string.Join('、', Enum.GetValues<GrantScope>().Select(s => s.ChineseName()))}。",
        "4. 系统管理员、安全管理员、审计管理员互不兼任，也不兼任业务角色；不能给自己授权。导入只增加授权，不收回。",
    ];

    public static TEnum? Parse<TEnum>(string? text)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Where(v => v.ChineseName() == text?.Trim()).Select(v => (TEnum?)v).FirstOrDefault();
}
