using DataBureau.Domain.Consultations;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What it is about, whom it asks, and the materials; the convenor arranges them here.</summary>
public sealed partial class ConsultationMatterTab
{
    private string? _question;
    private Guid? _organisation;
    private int _picked;

    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;

    [Parameter, EditorRequired] public ConvenorAct Do { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    [Parameter] public EventCallback OnFiles { get; set; }

    private bool Preparing => View is { Convenes: true, State: ConsultationState.Preparing };

    private bool MayInvite => View is { Convenes: true, State: ConsultationState.Preparing or ConsultationState.Collecting or ConsultationState.Summarising };

    private async Task AddQuestionAsync()
    {
        if (await Do((c, v) => c.AddQuestionAsync(v.Id, v.Version, _question)))
            _question = null;
    }

    private async Task InviteAsync()
    {
        if (_organisation is { } chosen && await Do((c, v) => c.InviteAsync(v.Id, v.Version, chosen)))
            Clear();
    }

    private async Task ReplaceAsync(Guid unitId)
    {
        if (_organisation is { } chosen && await Do((c, v) => c.ReplaceAsync(v.Id, v.Version, unitId, chosen)))
            Clear();
    }

    /// <summary>A fresh picker, so that the name of the last choice does not stay in it.</summary>
    private void Clear()
    {
        _organisation = null;
        _picked++;
    }
}
