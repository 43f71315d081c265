using DataBureau.Domain.Access;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Inbox;

/// <summary>The four lists as they can be taken away.</summary>
public static class InboxLists
{
    public static readonly ListExport<InboxItem> Todo = new("inbox", "待办事项", WorkbenchPermissions.Export, InboxColumns.Todo,
        (services, query, ct) => services.GetRequiredService<InboxService>().StreamAsync(query, ct))
    {
        Filters = [new(InboxQuery.Due, "期限", InboxQuery.DueOptions)],
    };

    public static readonly ListExport<DoneCase> Done = new("inbox-done", "已办事项", WorkbenchPermissions.Export, InboxColumns.Done,
        (services, query, ct) => services.GetRequiredService<DoneService>().StreamAsync(query, ct));

    public static readonly ListExport<StartedCase> Started = new("inbox-started", "本单位发起的事项", WorkbenchPermissions.Export, InboxColumns.Started,
        (services, query, ct) => services.GetRequiredService<StartedService>().StreamAsync(query, ct))
    {
        Filters = [new(StartedService.State, "办理情况", StartedService.States)],
    };

    public static readonly ListExport<CopiedCase> Copies = new("inbox-copies", "抄送事项", WorkbenchPermissions.Export, InboxColumns.Copies,
        (services, query, ct) => services.GetRequiredService<CopiesService>().StreamAsync(query, ct))
    {
        Filters = [new(CopiesService.Read, "阅读", CopiesService.States)],
    };
}
