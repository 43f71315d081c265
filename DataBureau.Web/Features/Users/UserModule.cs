using DataBureau.Domain.Access;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Organisations.Changes;

namespace DataBureau.Web.Features.Users;

public static class UserModule
{
    public static void AddUsers(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, UserMove>();
        services.AddScoped<AccountFactory>();
        services.AddScoped<UserCase>();
        services.AddScoped<UserService>();
        services.AddScoped<UserAccess>();
        services.AddScoped<Installation>();
        services.AddSingleton(new NavItem("系统管理", "用户", "/admin/users", "manage_accounts", AdministrationPermissions.Users.Key, Order: 910));
        services.AddSingleton(new PermissionName(AdministrationPermissions.Users.Key, AdministrationPermissions.Users.Name, "安全管理员"));
    }

    public static void MapUsers(this WebApplication app) => app.MapListExport(UserColumns.Export);
}
