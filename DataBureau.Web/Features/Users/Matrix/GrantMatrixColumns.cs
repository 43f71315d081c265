using DataBureau.Domain.Access;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Users.Matrix;

/// <summary>People down, roles across; and the bodies that lack somebody.</summary>
internal static class GrantMatrixColumns
{
    /// <summary>Shorter than the names of the roles: ten columns stand side by side.</summary>
    private static readonly IReadOnlyDictionary<Role, string> Short = new Dictionary<Role, string>
    {
        [Role.Liaison] = "联络员", [Role.DepartmentHead] = "负责人", [Role.Reviewer] = "审核员", [Role.BureauLead] = "局领导", [Role.Leader] = "领导", [Role.GovInfoOfficer] = "政务信息经办",
        [Role.FilingOfficer] = "备案经办", [Role.SystemAdmin] = "系统管理", [Role.SecurityAdmin] = "安全管理", [Role.AuditAdmin] = "审计管理",
    };

    public static readonly IReadOnlyList<ListColumn<GrantMatrixRow>> All =
    [
        new("name", "姓名", r => r.DisplayName) { Width = 80 },
        new("user", "用户名", r => r.UserName) { Width = 150, ShownByDefault = false },
        new("organisation", "授权单位", r => r.OrganisationName) { Wrap = true, Width = 170, ExcelWidth = 36 },
        .. Enum.GetValues<Role>().Select(role => new ListColumn<GrantMatrixRow>(role.ToString(), Short[role], r => r.Of(role)) { Width = role == Role.GovInfoOfficer ? 96 : 76, Wrap = true, Align = ColumnAlign.Center, ExcelWidth = 14 }),
        new("active", "账号", r => r.Active ? "在用" : "已停用") { Width = 64 },
    ];

    public static readonly IReadOnlyList<ListColumn<GrantGapRow>> Gaps =
    [
        new("name", "单位名称", r => r.OrganisationName) { Wrap = true, ExcelWidth = 40 },
        new("region", "行政区划", r => r.RegionName) { Width = 120 },
        new("people", "有授权的人员", r => r.People) { Kind = ColumnKind.Integer, Width = 120 },
        new("missing", "缺少的角色", r => r.MissingText) { Wrap = true, Width = 420, ExcelWidth = 50 },
    ];

    public static readonly ListExport<GrantMatrixRow> Export = new("grants", "授权总表", AdministrationPermissions.People, All,
        (services, query, cancellationToken) => services.GetRequiredService<GrantMatrixService>().StreamAsync(GrantFilter.From(query), cancellationToken));

    public static readonly ListExport<GrantGapRow> GapExport = new("grant-gaps", "缺岗单位", AdministrationPermissions.People, Gaps,
        (services, query, cancellationToken) => services.GetRequiredService<GrantMatrixService>().StreamGapsAsync(GrantFilter.From(query), cancellationToken));
}
