using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DataBureau.Web.Data.Embedded;

/// <summary>Where the data and the socket of a private server may live.</summary>
internal static class PostgresFolders
{
    // sockaddr_un holds 104 bytes on macOS and 108 on Linux; the socket's own name takes 14 of them.
    private const int LongestSocketFolder = 88;
    private const string Prefix = "databureau-";
    private const string ThrowAwayPrefix = "databureau-test-";
    private const long SpaceForThrowAway = 1L << 30;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode EveryoneEnters = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>
    /// The development cluster lives in the clone. As root the clone is often closed to the server's account (/root);
    /// then it lives in that account's home, in a folder named after the clone. The temp folders would not do:
    /// they are open to everybody, and systems clean them by age.
    /// </summary>
    public static async Task<string> DevelopmentDataDirectoryAsync(ServerAccount account, CancellationToken ct)
    {
        var repository = Repository();
        var inClone = Path.Combine(repository, ".data", "postgres");
        if (await account.CanReachAsync(inClone, ct)) return inClone;
        const string accountHome = "/var/lib/postgresql";
        var root = Directory.Exists(accountHome) ? accountHome : "/var/lib";
        return Path.Combine(root, Prefix + Hash(repository), "postgres");
    }

    /// <summary>A fresh folder in memory where there is some; what killed test runs left there is removed first.</summary>
    public static string ThrowAwayDataDirectory()
    {
        const string memory = "/dev/shm";
        var inMemory = Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > SpaceForThrowAway;
        var root = inMemory ? memory : ReachableTemp();
        RemoveAbandoned(root);
        var name = string.Create(CultureInfo.InvariantCulture, $"{ThrowAwayPrefix}{Environment.ProcessId}-{Random()}");
        return Path.Combine(root, name, "postgres");
    }

    /// <summary>
    /// A new private folder with an unguessable name. Folders of earlier servers of the same cluster are removed:
    /// the caller holds the cluster's start lock and has found no server running.
    /// </summary>
    public static async Task<string> SocketDirectoryAsync(string? configured, string dataDirectory, ServerAccount account, CancellationToken ct)
    {
        if (configured is null)
        {
            var prefix = $"{Prefix}{Hash(dataDirectory)}-";
            foreach (var earlier in Directory.EnumerateDirectories(ReachableTemp(), prefix + "*")) TryDelete(earlier);
            configured = Path.Combine(ReachableTemp(), prefix + Random());
        }

        var directory = Path.GetFullPath(configured);
        if (Encoding.UTF8.GetByteCount(directory) > LongestSocketFolder)
            throw new EmbeddedPostgresException($"套接字目录 {directory} 的路径过长（最多 {LongestSocketFolder} 字节）：请改用较短的路径。");
        await MakePrivateAsync(directory, account, ct);
        return directory;
    }

    /// <summary>Makes the folder that holds the cluster, its password and its lock file; every account may pass through it.</summary>
    public static void MakeParent(string dataDirectory)
    {
        var parent = Path.GetDirectoryName(dataDirectory);
        if (parent is null || Directory.Exists(parent)) return;
        Directory.CreateDirectory(parent);
        // Set apart from creating, because a strict umask would take the bits away again.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(parent, EveryoneEnters);
    }

    /// <summary>A folder that is already there is left as it is: it may be one that others share.</summary>
    public static async Task MakePrivateAsync(string directory, ServerAccount account, CancellationToken ct)
    {
        if (Directory.Exists(directory)) return;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
            return;
        }

        Directory.CreateDirectory(directory, OwnerOnly);
        await account.TakeOverAsync(directory, ct);
    }

    public static void TryDelete(string directory)
    {
        try
        {
            if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or still being left by a server: the next start tries again.
        }
    }

    private static void RemoveAbandoned(string root)
    {
        foreach (var directory in Directory.EnumerateDirectories(root, ThrowAwayPrefix + "*"))
        {
            var owner = Path.GetFileName(directory)[ThrowAwayPrefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && !IsAlive(id)) TryDelete(directory);
        }
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // TMPDIR may be long, or inside a home that the server's account cannot enter.
    private static string ReachableTemp() =>
        !OperatingSystem.IsWindows() && (Environment.IsPrivilegedProcess || Path.GetTempPath().Length > LongestSocketFolder - 40) ? "/tmp" : Path.GetTempPath();

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "DataBureau.sln"))) return folder.FullName;
        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "DataBureau");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private static string Random() => RandomNumberGenerator.GetHexString(12, lowercase: true);
}
