using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DataBureau.Web.Components.Layout;

/// <summary>
/// Shows a sentence and a number in place of a page that threw; the exception itself goes to the log only. Going to another
/// page clears it.
/// </summary>
public sealed partial class PageErrorBoundary
{
    private string _traceId = "";
    private string _failedAt = "";

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILogger<PageErrorBoundary> Logger { get; set; } = default!;

    protected override Task OnErrorAsync(Exception exception)
    {
        // Nobody sees the page any more: whoever closed it had no error, and nothing was lost that another visit would miss.
        if (exception.GetBaseException() is JSDisconnectedException)
        {
            Logger.LogDebug(exception, "The browser of {Page} has gone", new Uri(Navigation.Uri).AbsolutePath);
            return Task.CompletedTask;
        }

        _traceId = (Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N"))[..16];
        _failedAt = Navigation.Uri;
        Logger.LogError(exception, "Page {Page} failed, shown to the user as {TraceId}", new Uri(_failedAt).AbsolutePath, _traceId);
        return Task.CompletedTask;
    }

    protected override void OnParametersSet()
    {
        if (CurrentException is not null && Navigation.Uri != _failedAt) Recover();
    }
}
