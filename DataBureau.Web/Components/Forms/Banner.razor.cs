using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>What an act led to. A refusal, a conflict or an error interrupts a screen reader; a success waits its turn.</summary>
public sealed partial class Banner
{
    [Parameter] public Tone Tone { get; set; } = Tone.Info;
    [Parameter] public string? Title { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Shows a close button when handled.</summary>
    [Parameter] public EventCallback OnDismiss { get; set; }

    private bool IsAlert => Tone is Tone.Danger or Tone.Attention;
}
