using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The minutes, and the reader's unit's countersignature under them.</summary>
public sealed partial class ConsultationCountersign
{
    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    [Parameter] public EventCallback OnSign { get; set; }
}
