using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>The rules that change, side by side, and the open cases that they touch.</summary>
public sealed partial class PolicySwitchChanges
{
    [Parameter, EditorRequired] public PolicySwitchPreview Preview { get; set; } = default!;
}
