using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>Keeps the numbers beside the menu true while the page is open. Draws nothing.</summary>
public sealed class InboxCounts : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _subscription;
    private Coalesced? _reload;

    [Inject] private InboxService Inbox { get; set; } = default!;

    [Inject] private ReviewService Reviews { get; set; } = default!;

    [Inject] private NavCounts Counts { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    public void Dispose()
    {
        _subscription?.Dispose();
        _reload?.Dispose();
        _leaving.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        var reload = _reload = new Coalesced(TimeSpan.FromSeconds(0.5), () => InvokeAsync(CountAsync));
        _subscription = Notifier.Subscribe(_ =>
        {
            reload.Request();
            return Task.CompletedTask;
        });
        await CountAsync();
    }

    private async Task CountAsync()
    {
        try
        {
            var inbox = await Inbox.ReadAsync(_leaving.Token);
            var waiting = (await Reviews.DeskAsync(_leaving.Token)).Waiting;
            Counts.Replace([new("inbox", inbox.Tasks.Sum(t => t.Count)), new("reviews", waiting), .. inbox.Counts]);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }
}
