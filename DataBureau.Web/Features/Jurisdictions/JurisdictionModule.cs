using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Jurisdictions;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Jurisdictions;

public static class JurisdictionModule
{
    public static void AddJurisdictions(this IServiceCollection services)
    {
        services.AddSingleton<PolicySource>();
        services.AddHostedService<PolicySourceHost>();
        services.AddScoped<JurisdictionService>();
        services.AddSingleton(new CaseKind(PolicySwitch.CaseKind, "规则切换", id => $"/admin/jurisdictions/{id}"));
        services.AddSingleton(new NavItem("系统管理", "规则切换", "/admin/jurisdictions", "rule", AdministrationPermissions.PolicySwitches.Key, Order: 960));
        foreach (var permission in new[] { AdministrationPermissions.PolicySwitches, AdministrationPermissions.ProposePolicy, AdministrationPermissions.ConfirmPolicy })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, Role.SecurityAdmin.ChineseName()));
    }

    public static void MapJurisdictions(this WebApplication app) => app.MapListExport(JurisdictionColumns.Export);
}
