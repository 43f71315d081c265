using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>What waits for the person who signed in, and where to do it.</summary>
public sealed partial class Workbench : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<InboxTask>? _tasks;
    private IDisposable? _subscription;
    private const string Hint = "有需要您办理的事项时，会出现在这里。";

    [Inject] private InboxService Service { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    public void Dispose()
    {
        _subscription?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _subscription = Notifier.Subscribe(_ => InvokeAsync(ReloadAsync));
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
