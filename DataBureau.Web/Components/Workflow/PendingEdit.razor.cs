using DataBureau.Web.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>On the page of a case: what its reader typed into it and has not saved, before an act overlooks it.</summary>
public sealed partial class PendingEdit : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private (Guid Id, int Version) _read;
    private DateTimeOffset? _typed;

    [Parameter, EditorRequired] public string Kind { get; set; } = string.Empty;

    [Parameter, EditorRequired] public Guid Id { get; set; }

    [Parameter, EditorRequired] public int Version { get; set; }

    /// <summary>The page that edits the case.</summary>
    [Parameter, EditorRequired] public string Href { get; set; } = string.Empty;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_read == (Id, Version))
            return;
        _read = (Id, Version);
        try
        {
            _typed = await Buffers.FindAsync(UnsavedTyping.SubjectOf(Kind, Id), _leaving.Token) is { } buffer && buffer.BaseVersion == Version ? buffer.SavedAt : null;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    public void Dispose() => _leaving.Cancel();

    private async Task GiveUpAsync()
    {
        await Buffers.DiscardAsync(UnsavedTyping.SubjectOf(Kind, Id));
        _typed = null;
    }
}
