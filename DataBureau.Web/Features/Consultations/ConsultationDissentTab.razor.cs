using DataBureau.Domain.Consultations;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Questions over which somebody disagrees, and what became of it.</summary>
public sealed partial class ConsultationDissentTab
{
    private readonly Dictionary<Guid, string?> _notes = [];

    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;

    [Parameter, EditorRequired] public ConvenorAct Do { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    private bool MaySettle => View is { Convenes: true, State: ConsultationState.Summarising or ConsultationState.Meeting };

    private async Task SettleAsync(Guid questionId, DissentOutcome outcome)
    {
        if (await Do((c, v) => c.SettleAsync(v.Id, v.Version, questionId, outcome, _notes.GetValueOrDefault(questionId))))
            _notes.Remove(questionId);
    }
}
