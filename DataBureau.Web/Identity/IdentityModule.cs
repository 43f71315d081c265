using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DataBureau.Web.Identity;

public static class IdentityModule
{
    public static void AddBureauIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Account").Get<AccountOptions>() ?? new AccountOptions();
        services.AddSingleton(options);
        // Identity's stores take one context per scope; they are used in requests only, never in a circuit.
        services.AddScoped(sp => sp.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContext());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<BureauUser>(o =>
        {
            o.Lockout.MaxFailedAccessAttempts = options.MaxFailedAttempts;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(options.LockoutMinutes);
            o.Password.RequiredLength = options.MinimumPasswordLength;
            o.Password.RequireNonAlphanumeric = false;
            o.Password.RequireUppercase = false;
            o.User.AllowedUserNameCharacters += "·";
        }).AddEntityFrameworkStores<BureauDbContext>().AddSignInManager().AddErrorDescriber<ChineseIdentityErrors>().AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromSeconds(options.RevalidateSeconds));
        services.ConfigureApplicationCookie(o =>
        {
            o.LoginPath = "/account/login";
            o.AccessDeniedPath = "/account/denied";
            o.ReturnUrlParameter = "returnUrl";
            o.ExpireTimeSpan = TimeSpan.FromMinutes(options.IdleMinutes);
            o.SlidingExpiration = true;
            // The page that is shown says which permission is missing.
            o.Events.OnRedirectToAccessDenied = context =>
            {
                var policies = context.HttpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>() ?? [];
                context.Response.Redirect(context.RedirectUri + string.Concat(policies.Select(p => "&policy=" + Uri.EscapeDataString(p))));
                return Task.CompletedTask;
            };
            // Styles and scripts are everybody's: they must come when the database does not answer, or the page that says so has no look.
            o.Events.OnValidatePrincipal = context => context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
                ? SecurityStampValidator.ValidatePrincipalAsync(context)
                : Task.CompletedTask;
            o.Cookie.Name = "DataBureau";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.HttpOnly = true;
        });
        // Several nodes, or a container that is replaced: cookies stay valid only where the keys are kept and shared.
        if (configuration["DataProtection:Directory"] is { Length: > 0 } keys)
            services.AddDataProtection().SetApplicationName("DataBureau").PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddScoped<CurrentUser>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<IUserClaimsPrincipalFactory<BureauUser>, BureauPrincipalFactory>();
        services.AddScoped<AuthenticationStateProvider, BureauAuthenticationStateProvider>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddScoped<IAuthorizationHandler, RuledPermissionHandler>();
        services.AddSingleton<IPostConfigureOptions<AuthorizationOptions>, PermissionPolicies>();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
    }

    /// <summary>Says, for requests, who is asking and from where. Circuits answer for themselves.</summary>
    public static void UseCurrentUser(this WebApplication app) => app.Use((context, next) =>
    {
        var address = context.Connection.RemoteIpAddress?.ToString();
        context.User = CurrentUser.From(context.User, address);
        context.RequestServices.GetRequiredService<CurrentUser>()
            .Become(CurrentUser.IdOf(context.User), address, System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier);
        return next(context);
    });

    /// <summary>One policy per permission, under the permission's key.</summary>
    private sealed class PermissionPolicies : IPostConfigureOptions<AuthorizationOptions>
    {
        public void PostConfigure(string? name, AuthorizationOptions options)
        {
            foreach (var permission in Roles.AllPermissions)
                options.AddPolicy(permission.Key, p => p.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
            foreach (var (page, permissions) in CataloguePermissions.Pages)
                options.AddPolicy(page, p => p.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permissions)));
        }
    }
}
