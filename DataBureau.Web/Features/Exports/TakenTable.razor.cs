using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Exports;

/// <summary>Exports that a person took, as a table.</summary>
public sealed partial class TakenTable
{
    [Parameter, EditorRequired] public IReadOnlyList<TakenExport>? Rows { get; set; }

    [Parameter, EditorRequired] public string Caption { get; set; } = "";

    [Parameter] public int Total { get; set; }

    [Parameter] public ListQuery Query { get; set; } = new();

    [Parameter] public bool Loading { get; set; }

    [Parameter] public bool ShowPager { get; set; } = true;
}
