using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>The county's application, and the authority's records of the argument and the verification.</summary>
public sealed partial class DigitalBaseContentTab
{
    [Parameter, EditorRequired] public DigitalBaseView View { get; set; } = default!;
}
