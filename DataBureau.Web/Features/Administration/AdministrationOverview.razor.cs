using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Administration;

/// <summary>Where an administrator begins the day.</summary>
public sealed partial class AdministrationOverview : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<AttentionItem>? _items;

    [Inject] private AttentionService Attention { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _items = await Attention.ReadAsync(_leaving.Token);

    public void Dispose() => _leaving.Cancel();
}
