using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>What the plain inputs share: the field around them and a two-way value.</summary>
public abstract class FieldInput<TValue> : ComponentBase
{
    [CascadingParameter] protected FieldContext? Field { get; set; }
    [Parameter] public TValue? Value { get; set; }
    [Parameter] public EventCallback<TValue?> ValueChanged { get; set; }
    [Parameter] public bool Disabled { get; set; }

    /// <summary>Needed only outside a field.</summary>
    [Parameter] public string? AriaLabel { get; set; }

    /// <summary>Posted under this name on static pages.</summary>
    [Parameter] public string? Name { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }
}
