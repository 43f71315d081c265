using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users;

/// <summary>Shows a password that was just made, this once.</summary>
public sealed partial class OneTimePasswordBanner
{
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public UserView User { get; set; } = default!;

    [Parameter, EditorRequired] public OneTimePassword Password { get; set; } = default!;

    [Parameter] public EventCallback OnDismiss { get; set; }
}
