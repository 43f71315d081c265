using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Layout;

/// <summary>Sends an anonymous visitor to sign in and back to where they wanted to go.</summary>
public sealed class RedirectToLogin : ComponentBase
{
    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        var wanted = "/" + Navigation.ToBaseRelativePath(Navigation.Uri);
        Navigation.NavigateTo("/account/login?returnUrl=" + Uri.EscapeDataString(wanted), forceLoad: true);
    }
}
