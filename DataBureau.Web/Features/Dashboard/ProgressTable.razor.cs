using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Regions or departments with how far each is; every number opens its rows.</summary>
public sealed partial class ProgressTable
{
    private const decimal Full = 56;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<ProgressRow> Rows { get; set; } = [];

    [Parameter] public string? ExportHref { get; set; }

    [Parameter] public string? ExportText { get; set; }

    private static string Width(ProgressRow row) => ((row.Share ?? 0) / 100 * Full).ToString("0.#", CultureInfo.InvariantCulture);
}
