using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Calendar;

public static class CalendarModule
{
    public static void AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton<ClockSource>();
        services.AddSingleton<CaseClocks>();
        services.AddSingleton<AgreedClocks>();
        services.AddSingleton<DeadlineReader>();
        services.AddScoped<CalendarService>();
        services.AddScoped<TimeLimitService>();
        services.AddSingleton<Reminders>();
        services.AddHostedService<ReminderHost>();
        services.AddSingleton(new NavItem("系统管理", "工作日历", "/admin/calendar", "calendar_month", AdministrationPermissions.Calendar.Key, Order: 940));
        services.AddSingleton(new NavItem("系统管理", "局内时限", "/admin/time-limits", "timer", AdministrationPermissions.TimeLimits.Key, Order: 941));
        var granter = ChineseNames.ChineseName(Role.SecurityAdmin);
        foreach (var permission in new[] { AdministrationPermissions.Calendar, AdministrationPermissions.TimeLimits })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, granter));
    }

    public static void MapCalendar(this WebApplication app)
    {
        app.MapListExport(CalendarColumns.Export);
        app.MapListExport(TimeLimitColumns.Export);
    }
}
