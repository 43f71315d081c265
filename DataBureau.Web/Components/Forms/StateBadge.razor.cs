using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>A state as a word in its colour.</summary>
public sealed partial class StateBadge
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";
    [Parameter] public Tone Tone { get; set; }
    [Parameter] public string? Title { get; set; }

    /// <summary>The same without a component: for cells of long lists, where each component costs a circuit about 3 KB.</summary>
    public static RenderFragment Of(string text, Tone tone) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "badge " + tone.CssClass());
        builder.AddContent(2, text);
        builder.CloseElement();
    };
}
