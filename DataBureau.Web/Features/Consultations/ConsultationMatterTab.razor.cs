using DataBureau.Domain.Consultations;
using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What it is about, whom it asks, and the materials; the convenor arranges them here.</summary>
public sealed partial class ConsultationMatterTab
{
    private string? _question;
    private Guid? _organisation;
    private int _picked;
    private bool _ofUnits;

    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;

    [Parameter, EditorRequired] public ConvenorAct Do { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    /// <summary>What was refused here last; said beside the buttons it was asked with.</summary>
    [Parameter] public Notice? Refused { get; set; }

    [Parameter] public EventCallback OnRead { get; set; }

    [Parameter] public EventCallback OnFiles { get; set; }

    private bool Preparing => View is { Convenes: true, State: ConsultationState.Preparing };

    private bool MayInvite => View is { Convenes: true, State: ConsultationState.Preparing or ConsultationState.Collecting or ConsultationState.Summarising };

    private async Task AddQuestionAsync()
    {
        _ofUnits = false;
        // The field is free for the next one at once: emptied after the save it would take what is being typed by then.
        (var text, _question) = (_question, null);
        if (!await Do((c, v) => c.AddQuestionAsync(v.Id, v.Version, text)))
            _question ??= text;
    }

    private Task RemoveQuestionAsync(Guid questionId)
    {
        _ofUnits = false;
        return Do((c, v) => c.RemoveQuestionAsync(v.Id, v.Version, questionId));
    }

    private async Task InviteAsync()
    {
        _ofUnits = true;
        if (_organisation is { } chosen && await Do((c, v) => c.InviteAsync(v.Id, v.Version, chosen)))
            Clear();
    }

    private async Task ReplaceAsync(Guid unitId)
    {
        _ofUnits = true;
        if (_organisation is { } chosen && await Do((c, v) => c.ReplaceAsync(v.Id, v.Version, unitId, chosen)))
            Clear();
    }

    private Task DisinviteAsync(Guid unitId)
    {
        _ofUnits = true;
        return Do((c, v) => c.DisinviteAsync(v.Id, v.Version, unitId));
    }

    /// <summary>A fresh picker, so that the name of the last choice does not stay in it.</summary>
    private void Clear()
    {
        _organisation = null;
        _picked++;
    }
}
