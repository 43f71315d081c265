using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>A number that opens its rows. A fragment, not a component: a page has two hundred of them.</summary>
internal static class FigureLink
{
    /// <param name="figure">The number; nothing is made up of nothing, so 0 opens nothing.</param>
    /// <param name="of">Whose it is, for those who hear it without the table around it.</param>
    public static RenderFragment Of(FigureView figure, string? of = null) => builder =>
    {
        if (figure.Value == 0)
        {
            builder.AddContent(0, figure.Text);
            return;
        }

        builder.OpenElement(1, "a");
        builder.AddAttribute(2, "href", figure.Href);
        builder.AddAttribute(3, "aria-label", $"{of} {figure.Title} {figure.Text} {figure.Unit}".Trim());
        builder.AddContent(4, figure.Text);
        builder.CloseElement();
    };
}
