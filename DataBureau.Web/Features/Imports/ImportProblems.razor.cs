using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Imports;

/// <summary>The errors of a check, the first of them in full.</summary>
public sealed partial class ImportProblems
{
    private const int Shown = 200;

    [Parameter, EditorRequired] public IReadOnlyList<ImportError> Errors { get; set; } = [];
}
