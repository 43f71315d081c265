namespace DataBureau.Web.Excel;

/// <summary>
/// Compresses one full buffer while the next is being filled: reading rows and deflating them take turns on two cores instead of
/// waiting for each other. At most one buffer is under way.
/// </summary>
internal sealed class XlsxSheetPump(Stream stream) : IAsyncDisposable
{
    private Task _sending = Task.CompletedTask;

    public async ValueTask SendAsync(XlsxSheetBuffer buffer, CancellationToken ct)
    {
        await _sending;
        var full = buffer.TakeFull();
        // The deflater works synchronously before its first await, hence the thread of its own.
        _sending = Task.Run(() => stream.WriteAsync(full, ct).AsTask(), ct);
    }

    public async ValueTask FinishAsync(XlsxSheetBuffer buffer, CancellationToken ct)
    {
        await SendAsync(buffer, ct);
        await _sending;
    }

    /// <summary>Waits for the buffer under way; its failure is not reported here, because another one is already on its way up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stream.DisposeAsync();
    }
}
