using DataBureau.Web.Data;

namespace DataBureau.Web.Files;

/// <summary>The disk said no: full, gone, or not ours to write. Nothing was kept.</summary>
public sealed class ContentStoreException(Exception inner) : Exception("The attachment store cannot be written.", inner);

/// <summary>
/// Contents by their SHA-256, each once however often it is attached. A path is made of the program's own hash and nothing else.
/// What a removed attachment names stays: its row does too.
/// </summary>
public sealed class ContentStore(FileSettings settings)
{
    /// <summary>A running upload writes all the time, also on another server; what has lain still for so long is nobody's.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private const int HashLength = 64;

    private string Incoming => Path.Combine(settings.Root, "incoming");

    /// <summary>At start: makes the folders and clears away what interrupted uploads left.</summary>
    /// <exception cref="StartupRefusal">The folder cannot be used.</exception>
    public void Prepare()
    {
        try
        {
            Directory.CreateDirectory(Incoming);
            var limit = DateTime.UtcNow - Abandoned;
            foreach (var file in Directory.EnumerateFiles(Incoming))
                if (File.GetLastWriteTimeUtc(file) < limit)
                    File.Delete(file);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new StartupRefusal($"附件目录 {settings.Root} 不能读写：请检查 Files:Root 的设置、目录权限和磁盘后再启动。");
        }
    }

    /// <summary>Opens a place for a content that is on its way in. Disposed without being kept, it leaves nothing behind.</summary>
    /// <exception cref="ContentStoreException">The disk said no.</exception>
    public IncomingContent Open() => IncomingContent.Create(Incoming, PathOf);

    public string PathOf(string sha256) => sha256.Length == HashLength && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(settings.Root, sha256[..2], sha256)
        : throw new ArgumentException("That is no hash.", nameof(sha256));
}
