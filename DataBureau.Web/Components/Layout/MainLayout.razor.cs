using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Layout;

/// <summary>Top bar, menu, breadcrumb and the page, which may fail without taking the rest down.</summary>
public sealed partial class MainLayout
{
    [Inject]
    private NavCounts Counts { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    // With <base href="/"> a bare "#main" would lead to the home page.
    private string SkipHref => Navigation.Uri.Split('#')[0] + "#main";
}
