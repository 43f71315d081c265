using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The 信息项 of an entry, a row each.</summary>
public sealed partial class CatalogueItemsEditor
{
    private static readonly IReadOnlyList<(string, string)> Types = [.. Enum.GetValues<ItemDataType>().Select(t => (t.ToString(), t.ChineseName()))];

    [Parameter, EditorRequired] public List<ItemForm> Items { get; set; } = [];

    [Parameter] public string? Message { get; set; }

    [Parameter] public string? Remark { get; set; }

    [Parameter] public EventCallback OnTyped { get; set; }

    private Task TypedAsync(Action change)
    {
        change();
        return OnTyped.InvokeAsync();
    }
}
