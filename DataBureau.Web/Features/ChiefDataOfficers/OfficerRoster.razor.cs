using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The people in their posts. Telephone numbers are masked; whoever may look at one does so row by row, and leaves a trace.</summary>
public sealed partial class OfficerRoster
{
    private static readonly IReadOnlyList<(string Value, string Text)> Views = [.. FilterSelect.Of<RosterView>().Where(v => v.Value != nameof(RosterView.Current))];

    private readonly Dictionary<Guid, string> _shown = [];
    private IReadOnlyList<(string Code, string Name)> _regions = [];
    private bool _mayNominate;
    private bool _mayUnmask;
    private bool _mayImport;

    [Inject] private OfficerService Officers { get; set; } = default!;

    protected override Task<Page<OfficerRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        _shown.Clear();
        return Officers.ListAsync(OfficerFilter.Read(query), cancellationToken);
    }

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => (_regions, _mayNominate, _mayUnmask, _mayImport) = await Officers.ListOptionsAsync(cancellationToken);

    private async Task RevealAsync(Guid id)
    {
        if (await Officers.RevealPhoneAsync(id) is { } phone)
            _shown[id] = phone;
    }
}
