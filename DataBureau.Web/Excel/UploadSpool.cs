namespace DataBureau.Web.Excel;

/// <summary>Puts an upload into a temporary file that vanishes when closed: archives can only be read with seeking.</summary>
internal static class UploadSpool
{
    private const int BlockLength = 64 * 1024;

    /// <summary>An empty temporary file.</summary>
    public static FileStream Create() =>
        new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BlockLength, FileOptions.Asynchronous | FileOptions.DeleteOnClose);

    /// <summary>Stops one block beyond the limit; the length of the copy then shows that it was exceeded.</summary>
    public static async Task<Stream> CopyAsync(Stream upload, long limit, CancellationToken ct)
    {
        var copy = Create();
        try
        {
            await using var source = upload;
            var block = new byte[BlockLength];
            int read;
            while (copy.Position <= limit && (read = await source.ReadAsync(block, ct)) > 0) await copy.WriteAsync(block.AsMemory(0, read), ct);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
