using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Features.Users.Import;
using DataBureau.Web.Features.Users.Matrix;

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
        services.AddScoped<AccountStanding>();
        services.AddScoped<GrantMatrixService>();
        services.AddScoped<PeopleImportService>();
        services.AddSingleton<IssuedPasswords>();
        services.AddScoped<Installation>();
        services.AddSingleton(new NavItem("系统管理", "用户", "/admin/users", "manage_accounts", AdministrationPermissions.People.Key, Order: 910));
        services.AddSingleton(new NavItem("系统管理", "授权总表", "/admin/grants", "key", AdministrationPermissions.People.Key, Order: 911));
        foreach (var permission in new[] { AdministrationPermissions.Users, AdministrationPermissions.Accounts, AdministrationPermissions.People })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, Role.SecurityAdmin.ChineseName()));
    }

    public static void MapUsers(this WebApplication app)
    {
        app.MapListExport(UserColumns.Export);
        app.MapListExport(GrantMatrixColumns.Export);
        app.MapListExport(GrantMatrixColumns.GapExport);
        app.MapPeopleImport();
    }
}
