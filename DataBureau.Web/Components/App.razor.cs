using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace DataBureau.Web.Components;

/// <summary>The document around every page. Pages are interactive on the server unless they opt out (the account pages).</summary>
public sealed partial class App
{
    // Prerendering would run every page's first query twice.
    private static readonly IComponentRenderMode Interactive = new InteractiveServerRenderMode(prerender: false);

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private IComponentRenderMode? PageRenderMode => HttpContext.AcceptsInteractiveRouting() ? Interactive : null;

    /// <summary>Known before the first paint, so the menu does not jump.</summary>
    private string? NavState => HttpContext.Request.Cookies["nav"] == "collapsed" ? "collapsed" : null;

    /// <summary>Keys that are single letters can be switched off: whoever works by voice or touches keys unawares must be able to.</summary>
    private string? LetterKeys => HttpContext.Request.Cookies["letter-keys"] == "off" ? "off" : null;

    /// <summary>Declared here because only a page knows the font's fingerprinted address.</summary>
    private MarkupString IconFont => new($"@font-face{{font-family:\"Material Symbols\";src:url(\"/{Assets["lib/icons.woff2"]}\") format(\"woff2\");font-weight:100 700;font-display:block}}");
}
