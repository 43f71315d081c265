using DataBureau.Domain.ChiefDataOfficers.Import;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>Which column of a roster is read as what, for the user to correct.</summary>
public sealed partial class RosterMapping
{
    private bool _open;
    private bool _choosing;

    [Parameter, EditorRequired] public RosterLayout Layout { get; set; } = default!;

    [Parameter] public bool Disabled { get; set; }

    /// <summary>After a correction: the header's fingerprint, what every column is read as, and the header it takes the place of, if another row is the header.</summary>
    [Parameter] public EventCallback<(string Fingerprint, IReadOnlyDictionary<int, RosterField?> Corrections, string? InsteadOf)> OnChanged { get; set; }

    private Task ChangeAsync(int column, string? field) =>
        TellAsync(Layout.Header.Apply(new Dictionary<int, RosterField?> { [column] = Enum.TryParse<RosterField>(field, out var chosen) ? chosen : null }), null);

    private Task ChooseRowAsync(int row) => TellAsync(RosterHeader.At(row + 1, Layout.Top[row]), Layout.Header.Fingerprint);

    private Task TellAsync(RosterHeader header, string? insteadOf)
    {
        _open = true;
        return OnChanged.InvokeAsync((header.Fingerprint, Enumerable.Range(0, header.Titles.Count).ToDictionary(c => c, header.FieldOf), insteadOf));
    }
}
