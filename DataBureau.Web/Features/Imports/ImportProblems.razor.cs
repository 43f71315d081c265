using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Imports;

/// <summary>The errors of a check, the first of them in full.</summary>
public sealed partial class ImportProblems
{
    private const int Shown = 200;

    [Parameter, EditorRequired] public IReadOnlyList<ImportError> Errors { get; set; } = [];

    /// <summary>What comes in, but not quite as it stands in the file.</summary>
    [Parameter] public IReadOnlyList<ImportError> Warnings { get; set; } = [];
}
