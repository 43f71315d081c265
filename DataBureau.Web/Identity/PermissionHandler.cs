using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Authorization;

namespace DataBureau.Web.Identity;

/// <summary>Asks for one of some permissions, wherever granted: enough to open a page. The act asks again, for the case.</summary>
public sealed record PermissionRequirement(params IReadOnlyList<Permission> AnyOf) : IAuthorizationRequirement;

internal sealed class PermissionHandler(CurrentActor current) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated == true && await current.GetAsync() is { } actor && requirement.AnyOf.Any(actor.Holds))
            context.Succeed(requirement);
    }
}
