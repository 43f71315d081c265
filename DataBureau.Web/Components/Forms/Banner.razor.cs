using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DataBureau.Web.Components.Forms;

/// <summary>What an act led to. A refusal, a conflict or an error interrupts a screen reader; a success waits its turn.</summary>
public sealed partial class Banner
{
    [Parameter] public Tone Tone { get; set; } = Tone.Info;
    [Parameter] public string? Title { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Stands there from the beginning: nothing has just happened that would have to be announced.</summary>
    [Parameter] public bool Standing { get; set; }

    /// <summary>Shows a close button when handled.</summary>
    [Parameter] public EventCallback OnDismiss { get; set; }

    private ElementReference _element;

    private bool IsAlert => Tone is Tone.Danger or Tone.Attention;

    /// <summary>For the act whose button has gone: the keyboard goes on from what became of it.</summary>
    public async Task FocusAsync()
    {
        try
        {
            await _element.FocusAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
        }
    }
}
