using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DataBureau.Web.Identity;

/// <summary>The cookie carries who, not what they may: id, name and security stamp.</summary>
internal sealed class BureauPrincipalFactory(UserManager<BureauUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<BureauUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(BureauUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.DisplayName));
        return identity;
    }
}
