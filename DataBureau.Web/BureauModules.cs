using System.IO.Compression;
using DataBureau.Web.Components;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Data;
using DataBureau.Web.Failures;
using DataBureau.Web.Features.Account;
using DataBureau.Web.Features.Administration;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Dashboard;
using DataBureau.Web.Features.Dictionaries;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Exports;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Help;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Jurisdictions;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Features.Policies;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Files;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using Microsoft.AspNetCore.ResponseCompression;

namespace DataBureau.Web;

/// <summary>The features of the program, a line each: what they register and what they map.</summary>
public static class BureauModules
{
    public static void AddBureau(this WebApplicationBuilder builder, DatabaseOptions database)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        var proxies = KnownProxies.Read(builder.Configuration);
        builder.Services.Configure<ForwardedHeadersOptions>(proxies.Apply);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        builder.Services.AddFailures();
        builder.Services.AddRequestLimits(builder.Configuration);
        builder.Services.AddShell();
        builder.Services.AddData(database);
        builder.Services.AddBureauIdentity(builder.Configuration);
        builder.Services.AddFiles();
        builder.Services.AddOpenPages();
        builder.Services.AddAccount();
        builder.Services.AddExports();
        builder.Services.AddInbox();
        builder.Services.AddHelp();
        builder.Services.AddCalendar();
        builder.Services.AddNotifications(builder.Configuration);
        builder.Services.AddImports();
        builder.Services.AddCatalogue();
        builder.Services.AddPlans();
        builder.Services.AddChiefDataOfficers();
        builder.Services.AddPlanMatrix();
        builder.Services.AddConsultations();
        builder.Services.AddFilings();
        builder.Services.AddImplementationPlans();
        builder.Services.AddDigitalBases();
        builder.Services.AddProjects();
        builder.Services.AddDashboard();
        builder.Services.AddPolicies();
        builder.Services.AddJurisdictions();
        builder.Services.AddDictionaries();
        builder.Services.AddAdministration();
        builder.Services.AddAudit();
        builder.Services.AddOrganisations();
        builder.Services.AddUsers();
        builder.Services.AddNumbers();
    }

    public static void UseBureau(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseFailures();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseSecurityHeaders();
        app.UseShellCulture();
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseCurrentUser();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseMustChangePassword();
        app.UseOpenPagesLimit();
        app.UseAntiforgery();
        app.UseStaleForms();
    }

    public static void MapBureau(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = c => c.Tags.Contains("ready") }).AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        app.MapFiles();
        app.MapAccount();
        app.MapInbox();
        app.MapCalendar();
        app.MapNotifications();
        app.MapExports();
        app.MapCatalogue();
        app.MapPlanMatrix();
        app.MapFilings();
        app.MapImplementationPlans();
        app.MapDigitalBases();
        app.MapPlans();
        app.MapChiefDataOfficers();
        app.MapProjects();
        app.MapDashboard();
        app.MapAdministration();
        app.MapConsultations();
        app.MapPolicies();
        app.MapJurisdictions();
        app.MapDictionaries();
        app.MapAudit();
        app.MapOrganisations();
        app.MapUsers();
        app.MapNumbers();
    }
}
