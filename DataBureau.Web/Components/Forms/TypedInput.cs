using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>
/// An input that is typed into. It keeps what was typed, so that a redraw never sends an older text back into the input while
/// typing goes on: over a slow line that would take the last keystrokes away.
/// </summary>
public abstract class TypedInput : FieldInput<string>
{
    private string? _given;

    /// <summary>Every keystroke, for drafts that save themselves.</summary>
    [Parameter] public EventCallback<string?> OnInput { get; set; }

    protected string? Text { get; private set; }

    protected override void OnParametersSet()
    {
        if (Value != _given)
            (_given, Text) = (Value, Value);
    }

    protected Task TypedAsync(string? text)
    {
        Text = text;
        return OnInput.InvokeAsync(text);
    }

    protected Task ChangedAsync(ChangeEventArgs change) => ValueChanged.InvokeAsync(change.Value as string);
}
