using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Authorization;

namespace DataBureau.Web.Identity;

/// <summary>Asks for a permission in a region where a rule asks for the work at all: a menu shows nothing that no rule knows there.</summary>
public sealed record RuledPermissionRequirement(Permission Permission, Func<JurisdictionPolicy, bool> Asks) : IAuthorizationRequirement;

internal sealed class RuledPermissionHandler(CurrentActor current, PolicyLibrary policies) : AuthorizationHandler<RuledPermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RuledPermissionRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated == true && await current.GetAsync() is { } actor && policies.AsksWithin(actor, requirement.Permission, requirement.Asks))
            context.Succeed(requirement);
    }
}

internal static class RuledPermissions
{
    /// <summary>Whether a rule asks for it anywhere within the actor's reach with a permission.</summary>
    public static bool AsksWithin(this PolicyLibrary policies, Actor actor, Permission permission, Func<JurisdictionPolicy, bool> asks) =>
        actor.Grants.Any(g => g.Permission == permission && (asks(policies.For(g.RegionCode))
            || (g.Scope != GrantScope.Organisation && policies.Jurisdictions.Any(j => asks(j) && (g.Scope == GrantScope.All || RegionCodes.Contains(g.RegionCode, j.Region))))));
}
