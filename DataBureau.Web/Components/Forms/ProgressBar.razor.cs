using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>Long work, with how far it is; without a value it only says that it goes on.</summary>
public sealed partial class ProgressBar
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>0 to 100, or null when unknown.</summary>
    [Parameter] public double? Value { get; set; }

    /// <summary>Instead of the percentage, e.g. 1,200 / 5,000 行.</summary>
    [Parameter] public string? Detail { get; set; }

    private string? Percent => Value is { } value ? Math.Round(Math.Clamp(value, 0, 100)).ToString(CultureInfo.InvariantCulture) : null;
}
