using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Tables;

/// <summary>One day in the row above a list, as yyyy-MM-dd in the address.</summary>
public sealed partial class FilterDate
{
    private readonly string _id = "d" + Guid.NewGuid().ToString("N")[..8];

    [CascadingParameter] private FilterBar Bar { get; set; } = default!;
    [CascadingParameter] private ListQuery Query { get; set; } = default!;
    [Parameter, EditorRequired] public string Key { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    private string Value => Query.Filter(Key);
}
