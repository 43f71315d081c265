using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Tables;

/// <summary>Takes a list away. The browser downloads it; when it takes longer than a moment, a line says how far it is and can stop it.</summary>
public sealed partial class ExportLink
{
    /// <summary>The export's address with the list's own query.</summary>
    [Parameter, EditorRequired] public string Href { get; set; } = "";

    [Parameter] public string Text { get; set; } = "导出 Excel";

    [Parameter] public string? Title { get; set; }

    /// <summary>The accessible name, where several links of one text stand together.</summary>
    [Parameter] public string? Label { get; set; }

    /// <summary>A link within a sentence instead of a button.</summary>
    [Parameter] public bool Plain { get; set; }
}
