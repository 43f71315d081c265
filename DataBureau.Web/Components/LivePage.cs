using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components;

/// <summary>
/// Reads when it opens, and again when a case has changed, several changes together; stops when it is left. A second reading that
/// fails leaves on the page what was there: nobody asked for it.
/// </summary>
public abstract partial class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _subscription;
    private Coalesced? _reload;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    [Inject] private ILogger<LivePage> Logger { get; set; } = default!;

    /// <summary>How soon after a change the page is read. What stands beside a page lets the page itself go first.</summary>
    protected virtual TimeSpan Gathering => Coalesced.Gathering;

    /// <summary>How long changes are gathered before the page is read again.</summary>
    protected virtual TimeSpan Pause => TimeSpan.FromSeconds(0.5);

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>Fetches what the page shows.</summary>
    protected abstract Task ReadAsync(CancellationToken cancellationToken);

    /// <summary>Whether the change may alter what is shown: any case, unless the page knows better.</summary>
    protected virtual bool Concerns(CaseChanged change) => change.Kind != Notification.Kind;

    /// <summary>False while the person is at something that a redraw would disturb. The page then asks again itself, by <see cref="RequestReload"/>.</summary>
    protected virtual bool MayReload() => true;

    protected override async Task OnInitializedAsync()
    {
        _reload = new Coalesced(Gathering, Pause, () => InvokeAsync(ReloadAsync));
        _subscription = Notifier.Subscribe(change =>
        {
            if (Concerns(change))
                RequestReload();
            return Task.CompletedTask;
        });
        await LoadAsync();
    }

    /// <summary>Reads now; quietly gives up when the page is left meanwhile.</summary>
    protected async Task LoadAsync()
    {
        try
        {
            await ReadAsync(_leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone; nobody waits for the rows.
        }
    }

    /// <summary>Reads again soon.</summary>
    protected void RequestReload() => _reload?.Request();

    protected virtual void Dispose(bool disposing)
    {
        _subscription?.Dispose();
        _reload?.Dispose();
        _leaving.Cancel();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private async Task ReloadAsync()
    {
        if (_leaving.IsCancellationRequested || !MayReload())
            return;
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The circuit ended while the page was read: nobody waits for the rows.
        }
        catch (Exception ex)
        {
            // When the page is gone, whatever broke, broke because of that.
            if (!_leaving.IsCancellationRequested)
                LogNotReloaded(Logger, GetType().Name, ex);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Page} was not read again; it shows what it had.")]
    private static partial void LogNotReloaded(ILogger logger, string page, Exception exception);
}
