using System.Reflection;
using System.Text.RegularExpressions;
using DataBureau.Web;
using DataBureau.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Architecture;

/// <summary>Every way in says who may use it, and every list can be taken away.</summary>
public sealed partial class PageTests
{
    [Fact]
    public void Pages_Each_DeclareThemselvesWhoMayOpenThem()
    {
        var pages = typeof(BureauDbContext).Assembly.GetTypes().Where(t => t.IsDefined(typeof(RouteAttribute), inherit: false)).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(p => !Declares(p)).Select(p => p.FullName));
        // An attribute in _Imports would stand on every page and be no page's own word.
        Assert.DoesNotContain(SourceTree.Files("DataBureau.Web", "_Imports.razor"), f => f.Text.Contains("@attribute", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Policies_NamedByPagesAndEndpoints_Exist()
    {
        await using var app = Build();
        var policies = app.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var named = typeof(BureauDbContext).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<AuthorizeAttribute>(inherit: false)).Select(a => a.Policy)
            .Concat(Endpoints(app).SelectMany(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>()).Select(a => a.Policy)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        foreach (var name in named)
            Assert.True(await policies.GetPolicyAsync(name) is not null, name);
        Assert.NotEmpty(named);
        Assert.Null(await policies.GetPolicyAsync("catalogue.nonsense"));
    }

    [Fact]
    public async Task Endpoints_Each_DeclareWhoMayCallThem()
    {
        await using var app = Build();
        var endpoints = Endpoints(app);

        Assert.Contains(endpoints, e => e.RoutePattern.RawText == "/account/logout");
        Assert.Empty(endpoints.Where(e => !IsFramework(e) && e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(e => e.DisplayName));
    }

    [Fact]
    public async Task Lists_Each_CanBeTakenAwayAsExcel()
    {
        await using var app = Build();
        var mapped = Endpoints(app).Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sources = SourceTree.Files("DataBureau.Web", ".razor", ".cs");

        Assert.Empty(sources.Where(f => f.Name.EndsWith(".razor", StringComparison.Ordinal)).Where(f => IsListWithoutExport(f.Text)).Select(f => f.Name));
        Assert.Empty(sources.SelectMany(f => Exports(f.Text).Where(e => !mapped.Contains(e)).Select(e => $"{f.Name}: {e}")));
    }

    [Fact]
    public void Rules_ShownABadPage_SeeIt()
    {
        Assert.False(Declares(typeof(UndeclaredPage)));
        Assert.True(IsListWithoutExport("<FilterBar Query=\"_query\" />\n<DataTable TRow=\"Row\" />"));
        Assert.False(IsListWithoutExport("<FilterBar Query=\"_query\" ExportHref=\"/export/x.xlsx\" />\n<DataTable TRow=\"Row\" />"));
        Assert.False(IsListWithoutExport("<DataTable TRow=\"Row\" />"));
        Assert.Equal(["/export/users.xlsx"], Exports("<FilterBar ExportHref=\"/export/users.xlsx\" />"));
    }

    [GeneratedRegex("/export/[a-z0-9-]+\\.xlsx")]
    private static partial Regex Export();

    private static bool Declares(Type page) => page.IsDefined(typeof(AuthorizeAttribute), inherit: false) || page.IsDefined(typeof(AllowAnonymousAttribute), inherit: false);

    private static bool IsListWithoutExport(string razor) =>
        razor.Contains("<DataTable", StringComparison.Ordinal) && razor.Contains("<FilterBar", StringComparison.Ordinal) && !razor.Contains("ExportHref", StringComparison.Ordinal);

    /// <summary>Addresses of exports, where they are used; the example in a comment is none.</summary>
    private static IEnumerable<string> Exports(string text) => text.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)).SelectMany(l => Export().Matches(l)).Select(m => m.Value);

    /// <summary>Static files, the pages (which declare themselves, above) and the circuit are the framework's.</summary>
    private static bool IsFramework(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name is "StaticAssetDescriptor" or "ComponentTypeMetadata") || endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith('_') == true
        // What answers for a static file that a development build has not got.
        || endpoint.RoutePattern.RawText == "{**path:file}";

    private static List<RouteEndpoint> Endpoints(IEndpointRouteBuilder app) => [.. app.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "DataBureau.Web" });
        builder.AddBureau(new DatabaseOptions(DatabaseProvider.PostgreSql, "Host=nowhere", null, "none"));
        var app = builder.Build();
        app.MapBureau();
        return app;
    }

    [Route("/nowhere")]
    private sealed class UndeclaredPage : ComponentBase;
}
