using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Pages;

/// <summary>Where the cookie handler sends a signed-in person whose request a policy refused.</summary>
public sealed partial class AccessDenied
{
    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private string[]? Policy { get; set; }
}
