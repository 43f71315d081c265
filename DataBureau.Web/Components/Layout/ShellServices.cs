using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DataBureau.Web.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace DataBureau.Web.Components.Layout;

/// <summary>What the layout and the component layer need from the container.</summary>
public static class ShellServices
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        // The whole interface is Chinese: background work and circuits start in the same culture.
        var culture = CultureInfo.GetCultureInfo("zh-CN");
        CultureInfo.DefaultThreadCurrentCulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = culture;
        // Chinese as itself, not as numeric entities: a third of the bytes and readable sources.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRadzenComponents();
        services.Replace(ServiceDescriptor.Singleton<ILocalizer, ChineseRadzenTexts>());
        services.AddScoped<NavCounts>();
        return services;
    }

    public static IApplicationBuilder UseShellCulture(this IApplicationBuilder app) =>
        app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture("zh-CN").AddSupportedCultures("zh-CN").AddSupportedUICultures("zh-CN");
            options.RequestCultureProviders.Clear();
        });
}
