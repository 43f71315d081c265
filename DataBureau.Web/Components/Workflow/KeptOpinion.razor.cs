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

    [Parameter] public string? Value { get; set; }

    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    public ValueTask DisposeAsync() => _words?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnParametersSetAsync()
    {
        if (_about != About)
            await OpenAsync();
        else if (string.IsNullOrEmpty(Value) && !string.IsNullOrEmpty(_words?.Comment))
            await _words.ForgetAsync();
    }

    private async Task OpenAsync()
    {
        var (left, words) = (_words, new UnsentWords(Buffers, About));
        (_about, _words) = (About, words);
        // The page of another case is left: its last keystrokes are kept too.
        if (left is not null)
            await left.DisposeAsync();
        await words.RestoreAsync(Version);
        if (words.Comment is { Length: > 0 } kept)
            await ValueChanged.InvokeAsync(kept);
    }

    private Task TypedAsync(string? text) => ValueChanged.InvokeAsync(text);

    private async Task GiveUpAsync()
    {
        await _words!.ForgetAsync();
        await ValueChanged.InvokeAsync(null);
    }
}
