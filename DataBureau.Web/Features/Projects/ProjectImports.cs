using DataBureau.Domain.Projects;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Projects;

/// <summary>The two lists that come in as workbooks.</summary>
internal static class ProjectImports
{
    public static readonly ImportKind Plans = new("annual-plan", "年度计划的项目清单", ProjectPermissions.Plan);

    public static readonly ImportKind DataLists = new("project", "项目的数据清单", ProjectPermissions.Compile);
}
