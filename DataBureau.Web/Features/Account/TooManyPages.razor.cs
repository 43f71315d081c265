using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Account;

/// <summary>Shown instead of one page too many. It holds no circuit, so it can always be shown.</summary>
public sealed partial class TooManyPages
{
    [Inject] private OpenPages Pages { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    private string Target => LocalUrl.Or(ReturnUrl, "/");
}
