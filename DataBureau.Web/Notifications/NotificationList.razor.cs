using DataBureau.Web.Components.Tables;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Notifications;

/// <summary>What the person has been told, newest first; following a link marks it as read.</summary>
public sealed partial class NotificationList : IDisposable
{
    private static readonly (string, string)[] States = [("unread", "未读"), ("read", "已读")];

    private readonly CancellationTokenSource _leaving = new();
    private ListQuery _query = new();
    private Page<NotificationRow>? _page;
    private int _unread;
    private bool _loading;
    private IDisposable? _subscription;
    private Coalesced? _reload;
    private bool _busy;

    [Inject] private NotificationService Service { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    [Inject] private CurrentUser Current { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _subscription?.Dispose();
        _reload?.Dispose();
        _leaving.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        var user = await Current.GetIdAsync();
        var reload = _reload = new Coalesced(Coalesced.Gathering, TimeSpan.FromSeconds(0.5), () => InvokeAsync(LoadAndDrawAsync));
        _subscription = Notifier.Subscribe(change =>
        {
            if (Notification.IsOf(change, user))
                reload.Request();
            return Task.CompletedTask;
        });
        await LoadAsync();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath == "/notifications")
            _ = InvokeAsync(LoadAndDrawAsync);
    }

    private async Task LoadAndDrawAsync()
    {
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (Exception ex)
        {
            await DispatchExceptionAsync(ex);
        }
    }

    private async Task LoadAsync()
    {
        _query = Navigation.ListQuery();
        try
        {
            _loading = true;
            _page = await Service.ListAsync(_query, _leaving.Token);
            _unread = (await Service.BellAsync(0, _leaving.Token)).Unread;
        }
        catch (Exception ex) when (ex is OperationCanceledException or ObjectDisposedException && _leaving.IsCancellationRequested)
        {
            // The page is gone: following a link marks it as read and leaves at once.
        }
        finally
        {
            _loading = false;
        }
    }

    private async Task MarkAsync(Guid? id)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            await Service.MarkReadAsync(id);
            if (!_leaving.IsCancellationRequested)
                await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
