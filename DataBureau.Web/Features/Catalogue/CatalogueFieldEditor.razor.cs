using System.Globalization;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>One field of the edit form.</summary>
public sealed partial class CatalogueFieldEditor
{
    [Parameter, EditorRequired] public CatalogueForm Form { get; set; } = default!;

    [Parameter, EditorRequired] public JurisdictionPolicy Policy { get; set; } = default!;

    /// <summary>What is wrong with the input.</summary>
    [Parameter] public string? Message { get; set; }

    /// <summary>The reviewer's remark on this field.</summary>
    [Parameter] public string? Remark { get; set; }

    [Parameter] public EventCallback OnTyped { get; set; }

    [Parameter, EditorRequired] public CatalogueEditor Editor { get; set; } = default!;

    private string Title => CatalogueFields.Find(Editor.Key)!.Title;

    private Task TypedAsync(string? value)
    {
        Form[Editor.Key] = value;
        return OnTyped.InvokeAsync();
    }

    private Task PickedAsync(DateOnly? date) => TypedAsync(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
