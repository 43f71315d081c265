using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>A line of the table beside a picture.</summary>
public sealed record TwinRow(string Name, IReadOnlyList<RenderFragment> Cells);

/// <summary>A picture's numbers as a table, drawn when it is asked for.</summary>
public sealed partial class DataTwin
{
    private bool _open;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<string> Headers { get; set; } = [];

    [Parameter, EditorRequired] public IEnumerable<TwinRow> Rows { get; set; } = [];
}
