using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.Access;

/// <summary>Who a body needs so that its work can go on: what is missing is said, not refused.</summary>
public static class StaffRules
{
    private static readonly (Responsibilities For, Role[] AnyOf)[] Needs =
    [
        (Responsibilities.None, [Role.Liaison]),
        (Responsibilities.None, [Role.DepartmentHead]),
        (Responsibilities.DataAuthority, [Role.Reviewer, Role.BureauLead]),
        (Responsibilities.GovInfoAuthority, [Role.GovInfoOfficer]),
        (Responsibilities.IndustryAuthority | Responsibilities.LeadingGroupOffice, [Role.FilingOfficer, Role.Reviewer, Role.BureauLead]),
    ];

    /// <summary>「部门负责人」「数据局审核员或数据局领导」: the roles that nobody holds.</summary>
    /// <param name="responsibilities">Of the body.</param>
    /// <param name="held">The roles that people with an account in use hold in it.</param>
    public static IReadOnlyList<string> Missing(Responsibilities responsibilities, IReadOnlyCollection<Role> held) =>
    [
        .. Needs.Where(n => (n.For == Responsibilities.None || (n.For & responsibilities) != Responsibilities.None) && !n.AnyOf.Any(held.Contains))
            .Select(n => string.Join('或', n.AnyOf.Select(r => r.ChineseName()))),
    ];
}
