using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>What waits for the person who signed in, and where to do it.</summary>
public sealed partial class Workbench : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<InboxTask>? _tasks;
    private IDisposable? _subscription;
    private Coalesced? _reload;
    private const string Hint = "有需要您办理的事项时，会出现在这里。";

    [Inject] private InboxService Service { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    public void Dispose()
    {
        _subscription?.Dispose();
        _reload?.Dispose();
        _leaving.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        var reload = _reload = new Coalesced(TimeSpan.FromSeconds(0.5), () => InvokeAsync(ReloadAsync));
        _subscription = Notifier.Subscribe(_ =>
        {
            reload.Request();
            return Task.CompletedTask;
        });
        await LoadAsync();
    }

    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        try
        {
            _tasks = await Service.TasksAsync(_leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }
}
