using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Parts of a whole, in one bar; every part has its word and number beside its colour.</summary>
public sealed partial class StackedBar
{
    private IReadOnlyList<Part> _parts = [];
    private int _total;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<FigureView> Figures { get; set; } = [];

    /// <summary>The colours of the parts, where their order is not it.</summary>
    [Parameter] public IReadOnlyList<int>? Series { get; set; }

    private string Label => $"{Title}：{string.Join('，', Figures.Select(f => $"{f.Title} {f.Text} {f.Unit}"))}";

    protected override void OnParametersSet()
    {
        _total = Figures.Sum(f => f.Value);
        var (parts, from) = (new List<Part>(), 0m);
        foreach (var (figure, i) in Figures.Select((f, i) => (f, i)).Where(p => p.f.Value > 0))
        {
            var width = 100m * figure.Value / _total;
            parts.Add(new Part(figure, i, from, width));
            from += width;
        }

        _parts = parts;
    }

    private int SeriesOf(int index) => Series?[index] ?? index + 1;

    private static string Percent(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    private sealed record Part(FigureView Figure, int Index, decimal From, decimal Width);
}
