using System.Buffers;
using System.Security.Cryptography;

namespace DataBureau.Web.Files;

/// <summary>A content on its way in: a temporary file on the volume of the store, hashed while it is written.</summary>
public sealed class IncomingContent : IAsyncDisposable
{
    private const int BlockLength = 64 * 1024;

    private readonly FileStream _file;
    private readonly Func<string, string> _pathOf;
    private string? _hash;

    private IncomingContent(FileStream file, Func<string, string> pathOf) => (_file, _pathOf) = (file, pathOf);

    public long Length => _file.Length;

    public string Sha256 => _hash ?? throw new InvalidOperationException("Nothing has been received yet.");

    /// <summary>What came in, to be looked at.</summary>
    public Stream Content => _file;

    public static IncomingContent Create(string folder, Func<string, string> pathOf) => Try(() =>
    {
        Directory.CreateDirectory(folder);
        return new IncomingContent(new FileStream(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous), pathOf);
    });

    /// <summary>Takes in a stream to its end.</summary>
    /// <returns>False when there is more than the limit; the rest is left unread.</returns>
    /// <exception cref="ContentStoreException">The disk said no. What the sender does wrong comes as it is.</exception>
    public async Task<bool> ReceiveAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            int read;
            while ((read = await source.ReadAsync(block, cancellationToken)) > 0)
            {
                if (_file.Position + read > limit)
                    return false;
                hash.AppendData(block, 0, read);
                await TryAsync(_file.WriteAsync(block.AsMemory(0, read), cancellationToken));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        _hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        return true;
    }

    /// <summary>Puts it where its hash says, durably and in one step; a content that is there already is left alone.</summary>
    public void Keep() => Try(() =>
    {
        var path = _pathOf(Sha256);
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            if (!File.Exists(path))
                File.Move(_file.Name, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The same content came in twice at once.
        }

        return path;
    });

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        File.Delete(_file.Name);
    }

    private static T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new ContentStoreException(ex);
        }
    }

    private static async Task TryAsync(ValueTask writing)
    {
        try
        {
            await writing;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new ContentStoreException(ex);
        }
    }
}
