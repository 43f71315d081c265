using DataBureau.Web.Components.Layout;

namespace DataBureau.Web.Features.Inbox;

public static class InboxModule
{
    public static void AddInbox(this IServiceCollection services)
    {
        services.AddScoped<InboxService>();
        services.AddSingleton(new NavItem("我的工作", "工作台", "/", "inbox", null, "inbox", 10));
    }
}
