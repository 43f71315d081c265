using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Seed;

/// <summary>One fictitious person that signs in with one click in development.</summary>
/// <param name="UserName">"liaison", "liaison.taiyuan" …</param>
/// <param name="OrganisationKey">Which of the jurisdiction's organisations: see <see cref="DemoOrganisations"/>.</param>
public sealed record DemoPerson(string UserName, string DisplayName, Role Role, GrantScope Scope, string RegionCode, string OrganisationKey);

/// <summary>The demo people of design §10. Only development has them.</summary>
public static class DemoPeople
{
    /// <summary>Known to everyone, which is why the seed refuses to run anywhere but in development.</summary>
    public const string Password = "DataBureau2026";

    public static readonly IReadOnlyList<(string Suffix, string RegionCode)> Jurisdictions = [("", "140000"), (".taiyuan", "140100"), (".fujian", "350000"), (".shijiazhuang", "130100")];

    public static readonly (string Suffix, string RegionCode) County = (".xiaodian", "140105");

    private static readonly (string Name, Role Role, GrantScope Scope, string Organisation)[] Cast =
    [
        ("liaison", Role.Liaison, GrantScope.Organisation, DemoOrganisations.Department),
        ("head", Role.DepartmentHead, GrantScope.Organisation, DemoOrganisations.Department),
        ("reviewer", Role.Reviewer, GrantScope.Region, DemoOrganisations.Bureau),
        ("bureaulead", Role.BureauLead, GrantScope.Region, DemoOrganisations.Bureau),
        ("leader", Role.Leader, GrantScope.Region, DemoOrganisations.Government),
        ("govinfo", Role.GovInfoOfficer, GrantScope.Region, DemoOrganisations.GovInfo),
        ("sysadmin", Role.SystemAdmin, GrantScope.All, DemoOrganisations.Bureau),
        ("secadmin", Role.SecurityAdmin, GrantScope.All, DemoOrganisations.Bureau),
        ("auditadmin", Role.AuditAdmin, GrantScope.All, DemoOrganisations.Bureau),
        ("planner", Role.Liaison, GrantScope.Organisation, DemoOrganisations.Bureau),
        ("bureauhead", Role.DepartmentHead, GrantScope.Organisation, DemoOrganisations.Bureau),
        ("filing", Role.FilingOfficer, GrantScope.Organisation, DemoOrganisations.Industry),
        ("govinfohead", Role.DepartmentHead, GrantScope.Organisation, DemoOrganisations.GovInfo),
    ];

    /// <summary>The county that files with its city; it has only those who make and receive filings.</summary>
    private static readonly (string Name, Role Role, string Organisation)[] CountyCast =
    [
        ("planner", Role.Liaison, DemoOrganisations.Bureau),
        ("head", Role.DepartmentHead, DemoOrganisations.Bureau),
        ("filing", Role.FilingOfficer, DemoOrganisations.Industry),
    ];

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        .. Jurisdictions.SelectMany((j, n) => Cast.Select((c, i) => new DemoPerson(c.Name + j.Suffix, DemoNames.Of(n * 100 + i), c.Role, c.Scope, j.RegionCode, c.Organisation))),
        .. CountyCast.Select((c, i) => new DemoPerson(c.Name + County.Suffix, DemoNames.Of(400 + i), c.Role, GrantScope.Organisation, County.RegionCode, c.Organisation)),
    ];

    public static DemoPerson? Find(string userName) => All.FirstOrDefault(p => p.UserName == userName);
}
