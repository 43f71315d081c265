using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Projects;

/// <summary>The columns of the register of shared platforms and components.</summary>
internal static class ComponentColumns
{
    public const string Name = "name";
    public const string Status = "status";

    public static readonly IReadOnlyList<ListColumn<ComponentRow>> All =
    [
        new(Name, "名称", r => r.Name) { Wrap = true, ExcelWidth = 36 },
        new("kind", "类型", r => r.Kind) { Width = 84, ExcelWidth = 12 },
        new("capabilities", "能力", r => string.Join('、', r.Capabilities)) { Width = 260, Wrap = true, ExcelWidth = 44 },
        new("body", "登记单位", r => r.OrganisationName) { Width = 160, Wrap = true, ExcelWidth = 28 },
        new("region", "辖区", r => r.RegionName) { Width = 80, ExcelWidth = 12 },
        new("replaces", "替代", r => r.ReplacesName) { Width = 130, Wrap = true, ExcelWidth = 28 },
        new("project", "建设项目", r => r.ProjectName) { Width = 150, Wrap = true, ExcelWidth = 36 },
        new(Status, "状态", r => r.Status) { Width = 72, Kind = ColumnKind.State, ExcelWidth = 10 },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 100, Kind = ColumnKind.Date },
    ];

    public static readonly ListExport<ComponentRow> Export = new("shared-components", "共性平台与组件", ProjectPermissions.Export, All,
        (services, query, cancellationToken) => services.GetRequiredService<ComponentService>().StreamAsync(query, cancellationToken))
    {
        Filters = [ListFilter.Of<ComponentKind>("kind", "类型"), ListFilter.Of<ComponentStatus>("status", "状态")],
    };
}
