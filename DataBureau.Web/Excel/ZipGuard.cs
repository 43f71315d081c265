using System.IO.Compression;

namespace DataBureau.Web.Excel;

/// <summary>
/// Judges an archive by its central directory before anything is unpacked. What the directory claims is enforced afterwards by
/// <see cref="GuardedPartStream"/>, because directories lie.
/// </summary>
internal static class ZipGuard
{
    private const long SmallPart = 1 << 20;

    /// <summary>
    /// Counts directory headers by their signature, because merely asking <see cref="ZipArchive"/> for its entries builds an object
    /// for each. A signature inside packed data would be one in four thousand million.
    /// </summary>
    public static async Task<int> CountEntriesAsync(Stream stream, CancellationToken ct)
    {
        stream.Position = 0;
        var buffer = new byte[64 * 1024];
        var (count, kept) = (0, 0);
        int read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(kept), ct)) > 0)
        {
            var length = kept + read;
            count += buffer.AsSpan(0, length).Count("PK\u0001\u0002"u8);
            kept = Math.Min(3, length);
            buffer.AsSpan(length - kept, kept).CopyTo(buffer);
        }
        return count;
    }

    public static WorkbookRefusal? Check(ZipArchive archive, string file, WorkbookLimits limits)
    {
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            total += entry.Length;
            if (total > limits.MaxUnpackedBytes) return WorkbookRefusals.UnpacksTooLarge(file, limits.MaxUnpackedBytes);
            if (entry.Length > SmallPart && entry.Length / Math.Max(1, entry.CompressedLength) > limits.MaxRatio) return WorkbookRefusals.Bomb(file);
        }
        return null;
    }
}
