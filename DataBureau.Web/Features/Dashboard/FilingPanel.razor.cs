using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Twelve months of filings as columns.</summary>
public sealed partial class FilingPanel
{
    private const int ChartWidth = 840;
    private const int ChartHeight = 168;
    private const int Floor = 146;
    private const int Roof = 20;
    private const double ColumnWidth = 30;

    private IReadOnlyList<Column> _columns = [];

    [Parameter, EditorRequired] public IReadOnlyList<FilingMonth> Months { get; set; } = [];

    [Parameter, EditorRequired] public DashboardScope Scope { get; set; } = default!;

    private string Label => "逐月备案件数：" + string.Join('，', Months.Select(m => $"{m.Name} {m.Total} 件"));

    protected override void OnParametersSet()
    {
        var most = Math.Max(1, Months.Max(m => m.Total));
        var step = (double)ChartWidth / Months.Count;
        _columns = [.. Months.Select((month, i) =>
        {
            var (middle, top, parts) = ((i + 0.5) * step, (double)Floor, new List<Part>());
            for (var k = 0; k < month.Counts.Count; k++)
            {
                var height = (double)(Floor - Roof) * month.Counts[k] / most;
                top -= height;
                if (height > 0)
                    parts.Add(new Part(k + 1, top, height));
            }

            return new Column(month.Name, middle, middle - (ColumnWidth / 2), top, month.Total, parts);
        })];
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private sealed record Part(int Series, double Top, double Height);

    private sealed record Column(string Name, double Middle, double Left, double Top, int Total, IReadOnlyList<Part> Parts);
}
