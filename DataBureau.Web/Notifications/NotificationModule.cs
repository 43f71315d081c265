using DataBureau.Web.Components.Layout;

namespace DataBureau.Web.Notifications;

public static class NotificationModule
{
    public const string CountKey = "notifications";

    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddScoped<NotificationService>();
        services.AddSingleton(new NavItem("我的工作", "通知", "/notifications", "notifications", null, CountKey, 19));
    }
}
