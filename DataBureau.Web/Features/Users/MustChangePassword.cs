using System.Security.Claims;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users;

/// <summary>
/// A password that somebody else has seen opens one page: the one that changes it. The demand is a claim of the account, so
/// that sign-in puts it into the cookie and the change takes it out again.
/// </summary>
public static class MustChangePassword
{
    public const string ClaimType = "databureau:must-change-password";
    public const string ChangePath = "/account/password";

    internal static async Task DemandAsync(BureauDbContext db, Guid userId)
    {
        if (!await db.UserClaims.AnyAsync(c => c.UserId == userId && c.ClaimType == ClaimType))
            db.UserClaims.Add(New(userId));
    }

    internal static IdentityUserClaim<Guid> New(Guid userId) => new() { UserId = userId, ClaimType = ClaimType, ClaimValue = "1" };

    /// <summary>The password is the person's own again.</summary>
    internal static Task FulfilAsync(UserManager<BureauUser> users, BureauUser user) => users.RemoveClaimAsync(user, new Claim(ClaimType, "1"));

    /// <summary>After authorisation: whatever asks for a permission or a sign-in waits until the password is changed.</summary>
    public static void UseMustChangePassword(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.User.HasClaim(c => c.Type == ClaimType) || context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null || context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase))
            return next(context);
        context.Response.Redirect(ChangePath + "?first=1");
        return Task.CompletedTask;
    });
}
