using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Who else has the page open. It alone is drawn again when somebody comes or goes: nothing is read for that.</summary>
public sealed partial class PresenceLine : IDisposable
{
    private IDisposable? _stay;
    private IDisposable? _subscription;

    [Parameter, EditorRequired] public Guid ConsultationId { get; set; }

    [Parameter, EditorRequired] public Present Reader { get; set; } = default!;

    [Inject] private ConsultationPresence Presences { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    private string? Text => Presences.Of(ConsultationId).Where(p => p.UserId != Reader.UserId).Select(p => $"{p.Name}（{p.Organisation}）").ToList() is { Count: > 0 } others ? $"正在查看：{string.Join('、', others)}" : null;

    public void Dispose()
    {
        _subscription?.Dispose();
        _stay?.Dispose();
    }

    protected override void OnInitialized()
    {
        _subscription = Notifier.Subscribe(change => change.Kind == ConsultationEvents.Presence && change.CaseId == ConsultationId ? InvokeAsync(StateHasChanged) : Task.CompletedTask);
        _stay = Presences.Enter(ConsultationId, Reader);
    }
}
