using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Words inside a picture: Razor keeps the element's name for itself.</summary>
internal static class SvgText
{
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its base line.</param>
    public static RenderFragment Of(string x, string y, string text, string? css = null) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", x);
        builder.AddAttribute(2, "y", y);
        builder.AddAttribute(3, "text-anchor", "middle");
        builder.AddAttribute(4, "class", css);
        builder.AddContent(5, text);
        builder.CloseElement();
    };
}
