using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>Every switch that was proposed, the latest first.</summary>
public sealed partial class JurisdictionList : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<PolicySwitchRow>? _rows;

    [Inject] private JurisdictionService Jurisdictions { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _rows = await Jurisdictions.ListAsync(_leaving.Token);

    public void Dispose() => _leaving.Cancel();
}
