using DataBureau.Web.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>
/// The opinion of a page that holds it in a field of its own: kept as it is typed, brought back when the page is opened again, and
/// forgotten when the page empties its field, which it does when an act has taken the words along.
/// </summary>
public sealed partial class KeptOpinion : IAsyncDisposable
{
    private UnsentWords? _words;
    private string? _about;

    /// <summary>What it is about: the case.</summary>
    [Parameter, EditorRequired] public string About { get; set; } = "";

    /// <summary>Of the case as it is shown.</summary>
    [Parameter] public int Version { get; set; }

    [Parameter] public string? Hint { get; set; }

    /// <summary>What the page holds now.</summary>
    [Parameter, EditorRequired] public Func<string?> Held { get; set; } = static () => null;

    /// <summary>The page takes over what is typed or brought back.</summary>
    [Parameter] public EventCallback<string?> OnTyped { get; set; }

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    /// <summary>After an act there may be no place for an opinion any more: what went out with it is forgotten then too.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_words is null)
            return;
        if (WentOut)
            await _words.ForgetAsync();
        await _words.DisposeAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_about != About)
            await OpenAsync();
        else if (WentOut)
            await _words!.ForgetAsync();
    }

    private bool WentOut => string.IsNullOrEmpty(Held()) && !string.IsNullOrEmpty(_words?.Comment);

    private async Task OpenAsync()
    {
        var (left, words) = (_words, new UnsentWords(Buffers, About));
        (_about, _words) = (About, words);
        // The page of another case is left: its last keystrokes are kept too.
        if (left is not null)
            await left.DisposeAsync();
        await words.RestoreAsync(Version);
        if (words.Comment is { Length: > 0 } kept)
            await OnTyped.InvokeAsync(kept);
    }

    private async Task GiveUpAsync()
    {
        await _words!.ForgetAsync();
        await OnTyped.InvokeAsync(null);
    }
}
