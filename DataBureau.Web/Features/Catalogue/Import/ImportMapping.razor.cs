using DataBureau.Domain;
using DataBureau.Domain.Catalogue.Import;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Which column is read as which field, for the user to correct.</summary>
public sealed partial class ImportMapping
{
    private static readonly IReadOnlyList<(string, string)> Fields = [.. ImportableFields.All.Select(f => (f.ToString(), f.ChineseName()))];

    private IReadOnlyList<string> _problems = [];
    private bool _open;

    [Parameter, EditorRequired] public ImportSheetLayout Sheet { get; set; } = default!;

    [Parameter] public bool Disabled { get; set; }

    /// <summary>A usable mapping, after a correction.</summary>
    [Parameter] public EventCallback<ColumnMapping> OnChanged { get; set; }

    // Columns that were not understood are not to be passed over; once open it stays open.
    protected override void OnParametersSet() => _open |= Sheet.Layout!.Unrecognised.Any();

    private async Task ChangeAsync(int column, string? field)
    {
        _open = true;
        var chosen = Enum.TryParse<CatalogueField>(field, out var value) ? value : (CatalogueField?)null;
        var mapping = Sheet.Layout!.Mapping;
        // The field moves here: the column that had it is no longer read as it.
        if (chosen is { } f && !f.IsRepeatable() && mapping.ColumnOf(f) is { } other && other != column)
            mapping = mapping.ApplyCorrection(other, null);
        mapping = mapping.ApplyCorrection(column, chosen);
        _problems = mapping.Validate();
        if (_problems.Count == 0)
            await OnChanged.InvokeAsync(mapping);
    }
}
