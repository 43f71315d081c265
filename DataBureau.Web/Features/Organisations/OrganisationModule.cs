using DataBureau.Domain.Access;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Organisations.Changes;

namespace DataBureau.Web.Features.Organisations;

public static class OrganisationModule
{
    public static void AddOrganisations(this IServiceCollection services)
    {
        services.AddScoped<OrganisationService>();
        services.AddScoped<OrganisationLookup>();
        services.AddScoped<PlaceNames>();
        services.AddScoped<OrganisationChangeService>();
        services.AddSingleton(new NavItem("系统管理", "组织机构", "/admin/organisations", "apartment", AdministrationPermissions.Organisations.Key, Order: 900));
        services.AddSingleton(new PermissionName(AdministrationPermissions.Organisations.Key, AdministrationPermissions.Organisations.Name, "安全管理员"));
    }

    public static void MapOrganisations(this WebApplication app) => app.MapListExport(OrganisationColumns.Export);
}
