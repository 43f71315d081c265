using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Organisations;

/// <summary>The list's columns, declared once for the page and the export.</summary>
internal static class OrganisationColumns
{
    public const string Name = "name";
    public const string Status = "status";

    public static readonly IReadOnlyList<ListColumn<OrganisationRow>> All =
    [
        new(Name, "单位名称", o => o.Name) { SortKey = "name", Wrap = true, ExcelWidth = 40 },
        new("former", "曾用名", o => o.FormerName) { Wrap = true, Width = 160, ExcelWidth = 40, ShownByDefault = false },
        new("code", "统一社会信用代码", o => o.Code) { SortKey = "code", Width = 190, ExcelWidth = 22 },
        new("kind", "单位类型", o => o.Kind) { Width = 110 },
        new("region", "行政区划", o => o.RegionName) { SortKey = "region", Width = 110 },
        new("regionCode", "行政区划代码", o => o.RegionCode) { Width = 110, ShownByDefault = false },
        new("responsibilities", "职责", o => o.Responsibilities.Text()) { Width = 220, Wrap = true },
        new("users", "在用账号", o => o.Users) { Kind = ColumnKind.Integer, Width = 90 },
        new(Status, "状态", o => o.Status) { Kind = ColumnKind.State, Width = 90 },
        new("abolished", "撤销日期", o => o.AbolishedAt) { Kind = ColumnKind.Date, Width = 110, ShownByDefault = false },
    ];

    public static readonly ListExport<OrganisationRow> Export = new("organisations", "组织机构", AdministrationPermissions.Organisations, All,
        (services, query, cancellationToken) => services.GetRequiredService<OrganisationService>().StreamAsync(OrganisationFilter.From(query), cancellationToken))
    {
        Filters = [ListFilter.Of<OrganisationKind>("kind", "类型"), ListFilter.Of<OrganisationStatus>("status", "状态"), ListFilter.Of<Responsibilities>("responsibility", "职责")],
    };

    public static Tone ToneOf(OrganisationStatus status) => status switch
    {
        OrganisationStatus.Live => Tone.Success,
        OrganisationStatus.Abolished => Tone.Neutral,
    };
}
