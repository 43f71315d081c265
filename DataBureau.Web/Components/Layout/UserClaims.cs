using System.Security.Claims;

namespace DataBureau.Web.Components.Layout;

/// <summary>What the top bar reads of the signed-in person; written at sign-in.</summary>
public static class UserClaims
{
    public const string DisplayName = "databureau:name";
    public const string Organisation = "databureau:organisation";
    public const string Bureau = "databureau:bureau";

    public static string NameOf(ClaimsPrincipal user) => user.FindFirstValue(DisplayName) ?? user.Identity?.Name ?? "未登录";
}
