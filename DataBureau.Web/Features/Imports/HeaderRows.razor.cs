using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Imports;

/// <summary>The first rows of a sheet, of which a person says which one is the header.</summary>
public sealed partial class HeaderRows
{
    private const int WidestShown = 60;

    private readonly string _name = $"header-{Guid.NewGuid():N}";

    /// <summary>The first rows as they stand, blank ones included.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<IReadOnlyList<string>> Rows { get; set; } = [];

    /// <summary>0-based.</summary>
    [Parameter, EditorRequired] public int Chosen { get; set; }

    [Parameter] public EventCallback<int> OnChosen { get; set; }

    [Parameter] public bool Disabled { get; set; }

    private IEnumerable<(IReadOnlyList<string> Cells, int Row)> Filled => Rows.Select((cells, row) => (cells, row)).Where(r => r.cells.Any(c => c.Length > 0));

    private int Width => Math.Min(WidestShown, Rows.Max(r => r.Count));
}
