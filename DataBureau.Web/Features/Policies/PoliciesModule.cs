using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Policies;

public static class PoliciesModule
{
    /// <summary>Everybody signed in may look up a rule; no role has to grant it.</summary>
    private const string View = "policies.view";

    public static void AddPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().AddPolicy(View, p => p.RequireAuthenticatedUser());
        services.AddSingleton(new NavItem("规则与依据", "法规依据", "/policies", "gavel", Order: 800));
    }

    public static void MapPolicies(this WebApplication app) =>
        app.MapListExport(new ListExport<Citation>("policies", "法规依据", null, ProvisionColumns.All, (services, query, _) =>
        {
            var library = services.GetRequiredService<PolicyLibrary>();
            return ProvisionFilter.Read(query, library).Find(library).ToAsyncEnumerable();
        }));
}
