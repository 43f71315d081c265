using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Numbers;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Organisations.Changes;

namespace DataBureau.Web.Features.Numbers;

public static class NumberModule
{
    public static void AddNumbers(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, NumberMove>();
        services.AddScoped<NumberLedger>();
        services.AddScoped<NumberService>();
        services.AddSingleton(new NavItem("规划管理", "编号台账", "/numbers", "receipt_long", NumberPermissions.View.Key, null, 390));
        services.AddSingleton(new PermissionName(NumberPermissions.View.Key, NumberPermissions.View.Name, Role.SecurityAdmin.ChineseName()));
    }

    public static void MapNumbers(this WebApplication app) => app.MapListExport(NumberColumns.Export);
}
