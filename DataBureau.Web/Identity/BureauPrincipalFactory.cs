using System.Security.Claims;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DataBureau.Web.Identity;

/// <summary>The cookie carries who, not what they may: id, name and security stamp.</summary>
internal sealed class BureauPrincipalFactory(UserManager<BureauUser> users, IOptions<IdentityOptions> options, IDbContextFactory<BureauDbContext> contexts) : UserClaimsPrincipalFactory<BureauUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(BureauUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(UserClaims.DisplayName, user.DisplayName));
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Organisations.Where(o => o.Id == user.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync() is { } organisation)
            identity.AddClaim(new Claim(UserClaims.Organisation, organisation));
        return identity;
    }
}
