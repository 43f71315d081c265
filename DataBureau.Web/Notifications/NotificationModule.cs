using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Notifications;

public static class NotificationModule
{
    public const string CountKey = "notifications";

    public static void AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<NotificationService>();
        services.AddScoped<NotificationSettingService>();
        services.AddSingleton(NotificationSettings.Read(configuration));
        services.AddSingleton<NotificationSweep>();
        services.AddHostedService<NotificationSweepHost>();
        services.AddSingleton(new NavItem("我的工作", "通知", "/notifications", "notifications", null, CountKey, 19) { Counted = "条未读通知" });
    }

    public static void MapNotifications(this WebApplication app) => app.MapListExport(NotificationColumns.Export);
}
