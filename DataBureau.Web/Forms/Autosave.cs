using System.Globalization;
using System.Text.Json;
using DataBureau.Domain;

namespace DataBureau.Web.Forms;

/// <summary>
/// Keeps what is typed into one form: a short pause saves it, leaving the page saves it, and opening the page again brings it
/// back. Owned by the page and disposed with it.
/// </summary>
/// <param name="buffers">Where it is kept.</param>
/// <param name="subject">What is edited: "plan/{id}".</param>
/// <param name="typed">What stands in the form now, and the version of the case that the typing started from.</param>
/// <param name="changed">Redraws the page; called on the page's own context.</param>
public sealed class Autosave<TForm>(EditBuffers buffers, string subject, Func<(TForm Form, int Version)> typed, Action changed) : IAsyncDisposable
    where TForm : class
{
    private static readonly TimeSpan SaveAfter = TimeSpan.FromSeconds(1.5);

    private CancellationTokenSource? _waiting;
    private Task _saving = Task.CompletedTask;
    private bool _unsaved;
    private bool _closed;

    /// <summary>What became of the last autosave, for the page's header.</summary>
    public string? Said { get; private set; }

    /// <summary>When that which was brought back had been typed; null when nothing was.</summary>
    public DateTimeOffset? RestoredAt { get; private set; }

    /// <returns>What was typed and not yet saved, with the version it started from; null when there is nothing.</returns>
    public async Task<(TForm Form, int Version)?> RestoreAsync()
    {
        if (await buffers.FindAsync(subject, default) is not { } buffer || JsonSerializer.Deserialize<TForm>(buffer.Json) is not { } form)
            return null;
        RestoredAt = buffer.SavedAt;
        return (form, buffer.BaseVersion);
    }

    /// <summary>Something was typed.</summary>
    public Task TouchAsync()
    {
        if (_closed)
            return Task.CompletedTask;
        _unsaved = true;
        // Nothing is awaited here: between two keystrokes that overlap, a pause would be left that nobody can end.
        _waiting?.Cancel();
        _waiting = new CancellationTokenSource();
        _saving = SaveAfterPauseAsync(_saving, _waiting.Token);
        return Task.CompletedTask;
    }

    /// <summary>What was typed is given up: nothing of it is kept. The form is still there to be typed into.</summary>
    public async Task ForgetAsync()
    {
        _waiting?.Cancel();
        // An autosave under way would put the buffer back after it was discarded.
        await _saving;
        (_unsaved, Said, RestoredAt) = (false, null, null);
        await buffers.DiscardAsync(subject);
    }

    /// <summary>The form is saved and the page is left: nothing of it is kept, and a last keystroke is not kept either.</summary>
    public Task CloseAsync()
    {
        // A buffer written now would come back on the saved case as somebody's unsaved change of an older version.
        _closed = true;
        return ForgetAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Leaving the page is no reason to lose the last keystrokes.
        _waiting?.Cancel();
        await _saving;
        if (_unsaved)
            await SaveAsync();
        _waiting?.Dispose();
    }

    /// <param name="before">The save before this one, which ends first: two at once could store the older text last.</param>
    /// <param name="cancelled">Typing went on, or the form is closed.</param>
    private async Task SaveAfterPauseAsync(Task before, CancellationToken cancelled)
    {
        await Task.Delay(SaveAfter, cancelled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await before;
        // Typing goes on; the next pause saves.
        if (cancelled.IsCancellationRequested)
            return;
        try
        {
            // Before the save, not after: what is typed during it is unsaved again.
            _unsaved = false;
            var at = await SaveAsync();
            Said = at is { } time ? $"已于 {ChinaTime.Local(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture)} 自动保存，点「保存」后生效" : "内容过长，没有自动保存，请点「保存」。";
            changed();
        }
        catch (Exception ex) when (ex is System.Data.Common.DbException or InvalidOperationException or TimeoutException or OperationCanceledException)
        {
            (_unsaved, Said) = (true, "自动保存没有成功，请勿关闭页面，稍后再试。");
            changed();
        }
    }

    private Task<DateTimeOffset?> SaveAsync()
    {
        var (form, version) = typed();
        return buffers.SaveAsync(subject, version, JsonSerializer.Serialize(form));
    }
}
