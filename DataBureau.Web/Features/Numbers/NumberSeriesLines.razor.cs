using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Numbers;

/// <summary>A line per series: complete, or which serials are missing. Of many series, those with gaps come first.</summary>
public sealed partial class NumberSeriesLines
{
    private const int Most = 4;

    [Parameter, EditorRequired] public IReadOnlyList<SeriesStatus> Series { get; set; } = [];

    private IReadOnlyList<SeriesStatus> Shown { get; set; } = [];

    private int Others => Series.Count - Shown.Count;

    protected override void OnParametersSet()
    {
        var wrong = Series.Where(s => !s.IsComplete).ToList();
        Shown = [.. wrong, .. Series.Where(s => s.IsComplete).Take(Math.Max(0, Most - wrong.Count))];
    }
}
