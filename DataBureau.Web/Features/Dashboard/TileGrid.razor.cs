using DataBureau.Web.Seed;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The regions where they lie to each other, roughly; where nobody has placed them, in the order of their codes.</summary>
public sealed partial class TileGrid
{
    private const int PlainColumns = 4;

    private static readonly IReadOnlyDictionary<string, TilePlace> Places = ReferenceData.ReadTiles();

    private IReadOnlyList<Tile> _tiles = [];
    private int _columns;

    [Parameter, EditorRequired] public IReadOnlyList<ProgressRow> Rows { get; set; } = [];

    protected override void OnParametersSet()
    {
        // The region's own level is no place on the map.
        var rows = Rows.Where(r => r.ScopeHref is not null).ToList();
        var placed = rows.TrueForAll(r => Places.ContainsKey(r.Key));
        _tiles = [.. rows.Select((r, i) => placed ? new Tile(r, Places[r.Key].Column, Places[r.Key].Row) : new Tile(r, i % PlainColumns, i / PlainColumns))];
        _columns = _tiles.Count == 0 ? 1 : _tiles.Max(t => t.Column) + 1;
    }

    private sealed record Tile(ProgressRow Row, int Column, int Line);
}
