using DataBureau.Web.Components.Layout;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Notifications;

/// <summary>In the header of every page: how many notifications are unread and, when it is opened, the last of them. Also keeps the number beside the menu.</summary>
public sealed partial class NotificationBell
{
    private const int Shown = 5;

    private BellView _view = new(0, []);
    private Guid? _user;
    private bool _opened;
    private bool _read;

    [Inject] private NotificationService Service { get; set; } = default!;

    [Inject] private CurrentUser Current { get; set; } = default!;

    [Inject] private NavCounts Counts { get; set; } = default!;

    private string Name => _view.Unread == 0 ? "通知，没有未读" : $"通知，{_view.Unread} 条未读";

    protected override bool Concerns(CaseChanged change) => Notification.IsOf(change, _user);

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        _user ??= await Current.GetIdAsync();
        var opened = _opened;
        _view = await Service.BellAsync(opened ? Shown : 0, cancellationToken);
        _read = opened;
        Counts.Set(NotificationModule.CountKey, _view.Unread);
    }

    // The browser opens and closes it by itself; what stands in it is read when it is first asked for.
    private async Task OpenAsync()
    {
        _opened = true;
        await LoadAsync();
    }
}
