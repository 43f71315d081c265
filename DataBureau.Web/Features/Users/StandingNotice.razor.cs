using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users;

/// <summary>Above an empty workbench: why nothing can be done, and whom to ask.</summary>
public sealed partial class StandingNotice : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private string? _sentence;

    [Inject] private AccountStanding Standing { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _sentence = await Standing.ReadAsync(_leaving.Token);

    public void Dispose() => _leaving.Cancel();
}
