using System.Globalization;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;

namespace DataBureau.Web.Seed;

/// <summary>Organisations of the four jurisdictions and of one county: real names of departments, made-up credit codes whose check digits agree.</summary>
internal static class DemoOrganisations
{
    public const string Bureau = "bureau";
    public const string Department = "department";
    public const string GovInfo = "govinfo";
    public const string Government = "government";
    public const string Industry = "industry";

    private static readonly string[] ProvinceDepartments =
    [
        "发展和改革委员会", "教育厅", "科学技术厅", "工业和信息化厅", "公安厅", "民政厅", "司法厅", "财政厅", "人力资源和社会保障厅", "自然资源厅", "生态环境厅", "住房和城乡建设厅", "交通运输厅", "水利厅",
        "农业农村厅", "商务厅", "文化和旅游厅", "卫生健康委员会", "退役军人事务厅", "应急管理厅", "市场监督管理局", "统计局", "医疗保障局", "林业和草原局",
    ];

    private static readonly string[] CityDepartments =
    [
        "发展和改革委员会", "教育局", "科学技术局", "工业和信息化局", "公安局", "民政局", "司法局", "财政局", "人力资源和社会保障局", "生态环境局", "住房和城乡建设局", "交通运输局", "水务局",
        "农业农村局", "商务局", "文化和旅游局", "卫生健康委员会", "应急管理局", "市场监督管理局", "统计局", "医疗保障局",
    ];

    /// <summary>Units beside the departments, in the jurisdictions that speak of chief data officers.</summary>
    private static readonly (string Name, OrganisationKind Kind)[] OtherUnits = [("图书馆", OrganisationKind.PublicInstitution), ("疾病预防控制中心", OrganisationKind.PublicInstitution), ("公共交通集团有限公司", OrganisationKind.PublicUtility)];

    /// <summary>Departments that keep an IT office of their own.</summary>
    private static readonly string[] WithItOffice = ["公安", "民政", "财政", "人力资源", "卫生健康", "市场监督", "数据", "疾病预防"];

    private static readonly (string Region, string Place, string Bureau, string? GovInfo, string[] Departments)[] Places =
    [
        ("140000", "山西省", "山西省数据局", "山西省行政审批服务管理局", ProvinceDepartments),
        ("140100", "太原市", "太原市大数据应用局", "太原市行政审批服务管理局", CityDepartments),
        ("350000", "福建省", "福建省数据管理局", "福建省人民政府办公厅", ProvinceDepartments),
        ("130100", "石家庄市", "石家庄市数据局", "石家庄市行政审批局", CityDepartments),
        ("140105", "太原市小店区", "太原市小店区数据局", null, ["工业和信息化局", "民政局"]),
    ];

    /// <summary>All organisations with the key under which the demo people find theirs; departments nobody of theirs works in have none.</summary>
    public static IReadOnlyList<(string? Key, Organisation Organisation)> Make()
    {
        var made = new List<(string?, Organisation)>();
        foreach (var place in Places)
        {
            var serial = 1;
            Add(Government, place.Place + "人民政府", OrganisationKind.Government, Responsibilities.None);
            Add(Bureau, place.Bureau, OrganisationKind.GovernmentDepartment, Responsibilities.DataAuthority | Responsibilities.LeadingGroupOffice);
            if (place.GovInfo is { } govInfo)
                Add(GovInfo, govInfo, OrganisationKind.GovernmentDepartment, Responsibilities.GovInfoAuthority);
            foreach (var name in place.Departments)
            {
                var key = name.StartsWith("民政", StringComparison.Ordinal) ? Department : name.StartsWith("工业", StringComparison.Ordinal) ? Industry : null;
                Add(key, place.Place + name, OrganisationKind.GovernmentDepartment, key == Industry ? Responsibilities.IndustryAuthority : Responsibilities.None);
            }

            foreach (var (name, kind) in place.Region is "140000" or "140100" or "130100" ? OtherUnits : [])
                Add(null, place.Place + name, kind, Responsibilities.None);

            void Add(string? key, string name, OrganisationKind kind, Responsibilities responsibilities) =>
                made.Add((key, new Organisation { Id = Guid.CreateVersion7(), Code = Code(place.Region, serial++), Name = name, NameKey = NameKey.Of(name), Kind = kind, RegionCode = place.Region, Responsibilities = responsibilities, HasItOffice = WithItOffice.Any(w => name.Contains(w, StringComparison.Ordinal)) }));
        }

        return made;
    }

    /// <summary>11 (an organ of state) · region · a body that begins with 99 and is in no register · both check digits.</summary>
    public static string Code(string region, int serial)
    {
        var body = "99" + serial.ToString("000000", CultureInfo.InvariantCulture);
        var first17 = "11" + region + body + UnifiedSocialCreditCode.BodyCheckDigit(body);
        return first17 + UnifiedSocialCreditCode.CheckDigit(first17);
    }
}
