using DataBureau.Domain;
using DataBureau.Domain.Organisations;

namespace DataBureau.Web.Features.Organisations;

/// <summary>The fields of an organisation under their Chinese names: for the audit and for showing what two people wrote.</summary>
internal static class OrganisationFields
{
    public static readonly IReadOnlyList<(string Key, string Title, Func<OrganisationContent, string> Text)> All =
    [
        (nameof(OrganisationContent.Name), "单位名称", c => c.Name),
        (nameof(OrganisationContent.Code), "统一社会信用代码", c => c.Code ?? ""),
        (nameof(OrganisationContent.CodeOverrideReason), "代码保留原因", c => c.CodeOverrideReason ?? ""),
        (nameof(OrganisationContent.Kind), "单位类型", c => c.Kind.ChineseName()),
        (nameof(OrganisationContent.RegionCode), "行政区划", c => c.RegionCode),
        (nameof(OrganisationContent.Responsibilities), "职责", c => c.Responsibilities.Text()),
        (nameof(OrganisationContent.HasItOffice), "自有信息化机构", c => c.HasItOffice ? "有" : "无"),
    ];

    public static IEnumerable<(string Key, string Title, Func<OrganisationContent, string> Text)> Differences(OrganisationContent a, OrganisationContent b) =>
        All.Where(f => !string.Equals(f.Text(a), f.Text(b), StringComparison.Ordinal));

    /// <summary>All that is filled in, or of <paramref name="only"/>, as an audit row keeps it.</summary>
    public static Dictionary<string, string> ForAudit(OrganisationContent content, IEnumerable<(string Key, string Title, Func<OrganisationContent, string> Text)>? only = null) =>
        (only ?? All.Where(f => f.Text(content).Length > 0)).ToDictionary(f => f.Title, f => f.Text(content), StringComparer.Ordinal);
}
