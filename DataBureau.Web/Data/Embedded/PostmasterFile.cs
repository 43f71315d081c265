using System.Diagnostics;
using System.Globalization;

namespace DataBureau.Web.Data.Embedded;

/// <summary>The lock file <c>postmaster.pid</c> by which a running server marks its data directory.</summary>
internal sealed class PostmasterFile
{
    // Larger than any process number of any system we run on, yet a positive int as PostgreSQL wants it.
    private const int NoProcess = int.MaxValue;

    private readonly string _path;
    private readonly string[] _lines;

    private PostmasterFile(string path, string[] lines)
    {
        _path = path;
        _lines = lines;
    }

    public int ProcessId => int.Parse(_lines[0], CultureInfo.InvariantCulture);

    public int Port => int.Parse(_lines[3], CultureInfo.InvariantCulture);

    /// <summary>The socket's folder, or the address listened to where there are no sockets.</summary>
    public string Host => _lines[4].Length > 0 ? _lines[4] : _lines[5];

    /// <summary>Null when there is no file, or one that its server is still writing.</summary>
    public static PostmasterFile? Read(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, "postmaster.pid");
        try
        {
            // The server keeps the file open on Windows.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            var lines = reader.ReadToEnd().Split('\n').Select(line => line.Trim()).ToArray();
            return lines.Length > 6 && IsNumber(lines[0]) && IsNumber(lines[3]) ? new PostmasterFile(path, lines) : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the process it names is a server of this very directory, not a stranger that got the same number later.</summary>
    public bool IsServed()
    {
        if (!OperatingSystem.IsLinux()) return Running(ProcessId) is "postgres";
        var process = $"/proc/{ProcessId}";
        try
        {
            if (File.ReadAllText($"{process}/comm").Trim() != "postgres") return false;
            return File.ReadLines($"{process}/cwd/postmaster.pid").Take(3).SequenceEqual(_lines.Take(3), StringComparer.Ordinal);
        }
        catch (UnauthorizedAccessException)
        {
            // Some containers hide other accounts' processes even from root: a server that may be ours is treated as ours.
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>
    /// A file left by a crash may name a process that is now somebody else, which would keep the server from starting.
    /// Only the number is replaced: the rest lets PostgreSQL check for survivors of the crashed server itself.
    /// </summary>
    public void ForgetProcess()
    {
        if (Running(ProcessId) is null) return;
        _lines[0] = NoProcess.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(_path, string.Join('\n', _lines));
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string? Running(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
