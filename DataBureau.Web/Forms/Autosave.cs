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
    public async Task TouchAsync()
    {
        _unsaved = true;
        if (_waiting is not null)
            await _waiting.CancelAsync();
        _waiting = new CancellationTokenSource();
        _saving = SaveAfterPauseAsync(_waiting.Token);
    }

    /// <summary>The form is saved, or given up: nothing of it is kept.</summary>
    public async Task ForgetAsync()
    {
        if (_waiting is not null)
            await _waiting.CancelAsync();
        // An autosave under way would put the buffer back after it was discarded.
        await _saving;
        (_unsaved, Said, RestoredAt) = (false, null, null);
        await buffers.DiscardAsync(subject);
    }

    public async ValueTask DisposeAsync()
    {
        // Leaving the page is no reason to lose the last keystrokes.
        if (_waiting is not null)
            await _waiting.CancelAsync();
        await _saving;
        if (_unsaved)
            await SaveAsync();
        _waiting?.Dispose();
    }

    private async Task SaveAfterPauseAsync(CancellationToken cancelled)
    {
        try
        {
            await Task.Delay(SaveAfter, cancelled);
            // Before the save, not after: what is typed during it is unsaved again.
            _unsaved = false;
            var at = await SaveAsync();
            Said = at is { } time ? $"已于 {ChinaTime.Local(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture)} 自动保存" : "内容过长，没有自动保存，请点「保存」。";
            changed();
        }
        catch (OperationCanceledException)
        {
            // Typing goes on; the next pause saves.
        }
        catch (Exception ex) when (ex is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
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
