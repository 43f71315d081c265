using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Inbox;

public static class InboxModule
{
    public static void AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<InboxKinds>();
        services.AddScoped<InboxService>();
        services.AddScoped<InboxBatchService>();
        services.AddScoped<DoneService>();
        services.AddScoped<StartedService>();
        services.AddScoped<CopiesService>();
        services.AddScoped<CopyService>();
        services.AddSingleton(new NavItem("我的工作", "工作台", "/", "inbox", null, InboxService.CountKey, 10));
    }

    public static void MapInbox(this WebApplication app)
    {
        app.MapListExport(InboxLists.Todo);
        app.MapListExport(InboxLists.Done);
        app.MapListExport(InboxLists.Started);
        app.MapListExport(InboxLists.Copies);
    }
}
