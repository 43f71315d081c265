using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>
/// Regions or departments with how far each is; every number opens its rows. Cells carry no class and a bar is one piece of markup:
/// a leader's page stays open all day, and what it draws stays in memory.
/// </summary>
public sealed partial class ProgressTable
{
    private const decimal Full = 56;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<ProgressRow> Rows { get; set; } = [];

    [Parameter] public string? ExportHref { get; set; }

    [Parameter] public string? ExportText { get; set; }

    private static MarkupString Bar(ProgressRow row) => new(string.Create(CultureInfo.InvariantCulture,
        $"<svg width=\"{Full}\" height=\"10\" aria-hidden=\"true\"><rect width=\"{Full}\" height=\"10\" class=\"track\"/><rect width=\"{(row.Share ?? 0) / 100 * Full:0.#}\" height=\"10\" class=\"s1\"/></svg> {row.ShareText}"));
}
