using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Tables;

/// <summary>One day in the row above a list, as yyyy-MM-dd in the address.</summary>
public sealed partial class FilterDate
{
    private readonly string _id = "d" + Guid.NewGuid().ToString("N")[..8];
    private FieldContext _field = default!;

    [CascadingParameter] private FilterBar Bar { get; set; } = default!;
    [CascadingParameter] private ListQuery Query { get; set; } = default!;
    [Parameter, EditorRequired] public string Key { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What is wrong with the day, in words.</summary>
    [Parameter] public string? Message { get; set; }

    private string Value => Query.Filter(Key);

    protected override void OnParametersSet() => _field = new FieldContext(_id, Message is null ? null : _id + "-message", Required: false, Invalid: Message is not null);
}
