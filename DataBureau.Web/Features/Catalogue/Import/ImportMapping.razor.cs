using DataBureau.Domain;
using DataBureau.Domain.Catalogue.Import;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Which row is the header and which column is read as which field, for the user to say or to correct.</summary>
public sealed partial class ImportMapping
{
    private static readonly IReadOnlyList<(string, string)> Fields = [.. ImportableFields.All.Select(f => (f.ToString(), f.ChineseName()))];

    private IReadOnlyList<string> _problems = [];
    private ImportSheetLayout? _seen;
    private HeaderLayout? _tried;
    private bool _open;

    /// <summary>With a layout, or with a row that is proposed for one.</summary>
    [Parameter, EditorRequired] public ImportSheetLayout Sheet { get; set; } = default!;

    /// <summary>Whether nothing can be read before this is settled.</summary>
    [Parameter] public bool Asking { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>A usable mapping, after a correction.</summary>
    [Parameter] public EventCallback<MappingChange> OnChanged { get; set; }

    private HeaderLayout Shown => _tried ?? Sheet.Layout!;

    private string Summary => Sheet.Layout is { } read
        ? $"工作表「{Sheet.Sheet}」第 {read.HeaderRows[^1] + 1} 行：识别 {read.Columns.Count(c => c.Field is not null)} 栏，未读取 {read.Unmapped.Count()} 栏{(Sheet.Remembered ? "，已沿用上次的对应关系" : null)}"
        : $"工作表「{Sheet.Sheet}」没有认出表头，没有读取{(Asking ? null : "；如果它也是目录，请展开指定")}";

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_seen, Sheet))
            (_seen, _problems, _tried) = (Sheet, [], Sheet is { Layout: null, ProposedRow: { } row } ? At(row) : null);
        // Columns that were not understood are not to be passed over; once open it stays open.
        _open |= Asking || (Sheet.Layout is { } layout && layout.Unrecognised.Any());
    }

    private HeaderLayout At(int row) => HeaderDetector.At(Sheet.Top, Sheet.Merged, row);

    private void Try(int row) => (_open, _tried, _problems) = (true, At(row), []);

    private void Leave() => (_tried, _problems) = (null, []);

    private async Task ChangeAsync(int column, string? field)
    {
        _open = true;
        var chosen = Enum.TryParse<CatalogueField>(field, out var value) ? value : (CatalogueField?)null;
        var mapping = Shown.Mapping;
        // The field moves here: the column that had it is no longer read as it.
        if (chosen is { } f && !f.IsRepeatable() && mapping.ColumnOf(f) is { } other && other != column)
            mapping = mapping.ApplyCorrection(other, null);
        mapping = mapping.ApplyCorrection(column, chosen);
        if (_tried is { } tried)
        {
            (_tried, _problems) = (tried.ApplyCorrection(mapping), []);
            return;
        }

        _problems = mapping.Validate();
        if (_problems.Count == 0)
            await OnChanged.InvokeAsync(new MappingChange(Shown.Fingerprint, mapping));
    }

    private async Task SettleAsync()
    {
        var mapping = Shown.Mapping;
        _problems = mapping.Validate();
        if (_problems.Count == 0)
            await OnChanged.InvokeAsync(new MappingChange(Shown.Fingerprint, mapping, Sheet.Layout?.Fingerprint));
    }
}
