using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The catalogue's lists as they can be taken away.</summary>
public static class CatalogueLists
{
    private static readonly ListFilter Package = new("package", "批次", [(CatalogueFilterQuery.NoPackage, "未编入批次")]);

    public static readonly ListExport<CatalogueRow> Catalogue = new("catalogue", "公共数据目录", CataloguePermissions.Export, CatalogueColumns.All,
        (services, query, ct) => services.GetRequiredService<CatalogueService>().StreamAsync(CatalogueFilterQuery.Read(query), ct))
    {
        Filters = [ListFilter.States<CatalogueState>(), ListFilter.Of<UpdateFrequency>("frequency", "更新周期"), Package],
        Detail = CatalogueItemSheet.Items,
    };

    public static readonly ListExport<ReviewRow> Reviews = new("reviews", "待审核目录", CataloguePermissions.View, ReviewColumns.All,
        (services, query, ct) => services.GetRequiredService<ReviewService>().StreamAsync(ReviewService.Read(query), ct))
    {
        Filters = [ListFilter.States<CatalogueState>(), Package],
    };
}
