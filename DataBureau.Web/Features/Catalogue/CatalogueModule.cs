using DataBureau.Web.Features.Catalogue.Import;

namespace DataBureau.Web.Features.Catalogue;

public static class CatalogueModule
{
    public static void AddCatalogue(this IServiceCollection services)
    {
        services.AddScoped<CatalogueCase>();
        services.AddScoped<CatalogueService>();
        services.AddScoped<ImportService>();
    }
}
