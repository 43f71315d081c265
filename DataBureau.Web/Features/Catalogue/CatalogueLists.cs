using DataBureau.Domain.Catalogue;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The catalogue's lists as they can be taken away.</summary>
public static class CatalogueLists
{
    public static readonly ListExport<CatalogueRow> Catalogue = new("catalogue", "公共数据目录", CataloguePermissions.Export, CatalogueColumns.All,
        (services, query, ct) => services.GetRequiredService<CatalogueService>().StreamAsync(CatalogueFilterQuery.Read(query), ct));

    public static readonly ListExport<ReviewRow> Reviews = new("reviews", "待审核目录", CataloguePermissions.View, ReviewColumns.All,
        (services, query, ct) => services.GetRequiredService<ReviewService>().StreamAsync(ReviewService.Read(query), ct));
}
