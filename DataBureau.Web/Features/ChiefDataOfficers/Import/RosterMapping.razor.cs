using DataBureau.Domain.ChiefDataOfficers.Import;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>Which column of a roster is read as what, for the user to correct.</summary>
public sealed partial class RosterMapping
{
    private bool _open;

    [Parameter, EditorRequired] public RosterLayout Layout { get; set; } = default!;

    [Parameter] public bool Disabled { get; set; }

    /// <summary>After a correction: the header's fingerprint, and what every column is read as.</summary>
    [Parameter] public EventCallback<(string Fingerprint, IReadOnlyDictionary<int, RosterField?> Corrections)> OnChanged { get; set; }

    private Task ChangeAsync(int column, string? field)
    {
        _open = true;
        var header = Layout.Header.Apply(new Dictionary<int, RosterField?> { [column] = Enum.TryParse<RosterField>(field, out var chosen) ? chosen : null });
        return OnChanged.InvokeAsync((header.Fingerprint, Enumerable.Range(0, header.Titles.Count).ToDictionary(c => c, header.FieldOf)));
    }
}
