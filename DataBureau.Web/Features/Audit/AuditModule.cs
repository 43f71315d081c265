using DataBureau.Domain.Access;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit.Sealing;

namespace DataBureau.Web.Features.Audit;

public static class AuditModule
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddScoped<AuditService>();
        services.AddSingleton<SealKey>();
        services.AddSingleton<AuditSealer>();
        services.AddSingleton<AuditVerifier>();
        services.AddScoped<AuditVerification>();
        services.AddHostedService<AuditSealingService>();
        services.AddSingleton(new NavItem("系统管理", "审计", "/audit", "history", AdministrationPermissions.Audit.Key, Order: 990));
        services.AddSingleton(new PermissionName(AdministrationPermissions.Audit.Key, AdministrationPermissions.Audit.Name, "安全管理员"));
    }

    public static void MapAudit(this WebApplication app) =>
        app.MapListExport(new ListExport<AuditListRow>("audit", "审计", AdministrationPermissions.Audit, AuditColumns.All,
            (services, query, cancellationToken) => services.GetRequiredService<AuditService>().StreamAsync(query, cancellationToken)));
}
