using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The rule that asks for the consultation, where one does.</summary>
public sealed partial class ConsultationBasisTab
{
    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;
}
