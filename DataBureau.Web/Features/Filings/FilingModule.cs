using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Organisations.Changes;

namespace DataBureau.Web.Features.Filings;

public static class FilingModule
{
    public static void AddFilings(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, RecipientMove>();
        services.AddScoped<FilingRecipientService>();
        services.AddSingleton(new NavItem("系统管理", "备案接收机关", "/admin/filing-recipients", "inbox", AdministrationPermissions.FilingRecipients.Key, Order: 930));
        services.AddSingleton(new PermissionName(AdministrationPermissions.FilingRecipients.Key, AdministrationPermissions.FilingRecipients.Name, Role.SecurityAdmin.ChineseName()));
    }

    public static void MapFilings(this WebApplication app)
    {
        app.MapListExport(RecipientColumns.Export);
        app.MapListExport(RecipientColumns.SettingsExport);
    }
}
