using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Catalogue;

public static class CatalogueModule
{
    public static void AddCatalogue(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, CatalogueMove>();
        services.AddScoped<CatalogueCase>();
        services.AddScoped<CatalogueService>();
        services.AddScoped<ReviewService>();
        services.AddScoped<ImportService>();
        services.AddSingleton<TallyCompactor>();
        services.AddSingleton<TallyCheck>();
        services.AddHostedService<TallyHost>();
        services.AddSingleton<CaseFiles, CatalogueFiles>();
        services.AddSingleton<InboxSource, ReviewInbox>();
        services.AddSingleton<InboxSource, CompilingInbox>();
        services.AddScoped<BatchActs, PackageActs>();
        services.AddSingleton<CaseBook, CatalogueBook>();
        services.AddSingleton(new CaseKind(CatalogueEntry.Kind, "数据目录", id => $"/catalogue/{id}"));
        foreach (var rule in CatalogueClocks.All)
            services.AddSingleton(rule.Limit);
        services.AddSingleton(new NavItem("我的工作", "审核台", "/reviews", "fact_check", CataloguePermissions.JudgePage, "reviews", 11));
        services.AddSingleton(new NavItem("目录管理", "数据目录", "/catalogue", "library_books", CataloguePermissions.View.Key, null, 20));
        var granter = ChineseNames.ChineseName(Role.SecurityAdmin);
        foreach (var permission in new[] { CataloguePermissions.View, CataloguePermissions.Compile })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, granter));
        foreach (var (policy, permissions) in CataloguePermissions.Pages)
            services.AddSingleton(new PermissionName(policy, string.Join("或", permissions.Select(p => p.Name)), granter));
    }

    public static void MapCatalogue(this WebApplication app) => app.MapCatalogueFiles();
}
