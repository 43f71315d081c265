using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Notifications;

/// <summary>Which events the person is told of.</summary>
public sealed partial class NotificationSettingsPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<NotificationChoice>? _choices;
    private Notice? _notice;
    private bool _busy;

    [Inject] private NotificationSettingService Service { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _choices = await Service.ReadAsync(_leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private async Task SetAsync(NotificationCategory category, bool on)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var outcome = await Service.SetAsync(category, on);
            _notice = Notice.Of(outcome);
            _choices = outcome switch
            {
                Outcome<IReadOnlyList<NotificationChoice>>.Done done => done.View,
                Outcome<IReadOnlyList<NotificationChoice>>.Refused { View: { } view } => view,
                _ => _choices,
            };
        }
        finally
        {
            _busy = false;
        }
    }
}
