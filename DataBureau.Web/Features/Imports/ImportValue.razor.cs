using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Imports;

/// <summary>What stands in a cell of a file: a long text is cut to three lines, and the whole of it is there on hover or by opening it.</summary>
public sealed partial class ImportValue
{
    // Shorter than that never fills three lines.
    private const int Long = 40;

    [Parameter, EditorRequired] public string? Text { get; set; }
}
