using DataBureau.Web.Forms;

namespace DataBureau.Web.Components.Workflow;

/// <summary>
/// What a person types beside a case, to go out with an act: kept on the server as it is typed, until an act takes it along or they
/// give it up. Apart from the typing into the case itself, which stands against acts; this goes with one.
/// </summary>
public sealed class UnsentWords : IAsyncDisposable
{
    private readonly Autosave<Typed> _autosave;
    private Typed _typed = new();
    private int _version;

    /// <param name="buffers">Where it is kept.</param>
    /// <param name="about">What it is about: a case, or a page of many.</param>
    public UnsentWords(EditBuffers buffers, string about) => _autosave = new(buffers, $"opinion/{about}", () => (_typed, _version), static () => { });

    /// <summary>As it is stored.</summary>
    private sealed class Typed
    {
        public string? Comment { get; set; }

        public Dictionary<string, string> Remarks { get; set; } = new(StringComparer.Ordinal);

        public bool IsEmpty => string.IsNullOrWhiteSpace(Comment) && Remarks.Values.All(string.IsNullOrWhiteSpace);
    }

    public string? Comment
    {
        get => _typed.Comment;
        set => _typed.Comment = value;
    }

    /// <summary>Remarks on single fields, by field.</summary>
    public Dictionary<string, string> Remarks => _typed.Remarks;

    /// <summary>When that which was brought back had been typed; null when nothing was.</summary>
    public DateTimeOffset? RestoredAt { get; private set; }

    /// <summary>The case has changed since what was brought back was typed.</summary>
    public bool IsOfEarlierVersion { get; private set; }

    /// <summary>Brings back what was typed and not sent.</summary>
    /// <param name="version">Of the case as it is shown.</param>
    public async Task RestoreAsync(int version)
    {
        _version = version;
        if (await _autosave.RestoreAsync() is not { } kept || kept.Form.IsEmpty)
            return;
        (_typed, RestoredAt, IsOfEarlierVersion) = (kept.Form, _autosave.RestoredAt, kept.Version != version);
    }

    /// <summary>Something was typed.</summary>
    public Task TouchAsync() => _autosave.TouchAsync();

    /// <summary>It has gone out with an act, or is given up: nothing of it is kept.</summary>
    public Task ForgetAsync()
    {
        (_typed.Comment, RestoredAt) = (null, null);
        _typed.Remarks.Clear();
        return _autosave.ForgetAsync();
    }

    public ValueTask DisposeAsync() => _autosave.DisposeAsync();
}
