using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Figures side by side.</summary>
public sealed partial class FigureRow
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<FigureView> Figures { get; set; } = [];
}
