using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>What waits for the person who signed in, and where to do it.</summary>
public sealed partial class Workbench
{
    private const string Hint = "有需要您办理的事项时，会出现在这里。";
    private IReadOnlyList<InboxTask>? _tasks;

    [Inject] private InboxService Service { get; set; } = default!;

    protected override async Task ReadAsync(CancellationToken cancellationToken) => _tasks = await Service.TasksAsync(cancellationToken);
}
