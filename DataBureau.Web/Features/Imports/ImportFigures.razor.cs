using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Imports;

/// <summary>What would become, or became, of the rows.</summary>
public sealed partial class ImportFigures
{
    [Parameter, EditorRequired] public ImportCounts Counts { get; set; } = default!;

    /// <summary>Whether it has been done, not only checked.</summary>
    [Parameter] public bool Done { get; set; }

    private static string Text(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture);
}
