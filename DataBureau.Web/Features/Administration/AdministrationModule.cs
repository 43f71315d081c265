using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Administration;

public static class AdministrationModule
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<AttentionService>();
        services.AddSingleton(new NavItem("系统管理", "管理概况", "/admin", "admin_panel_settings", AdministrationPermissions.Overview.Key, Order: 890));
        services.AddSingleton(new PermissionName(AdministrationPermissions.Overview.Key, AdministrationPermissions.Overview.Name, Role.SecurityAdmin.ChineseName()));
    }

    public static void MapAdministration(this WebApplication app) => app.MapListExport(AttentionColumns.Export);
}
