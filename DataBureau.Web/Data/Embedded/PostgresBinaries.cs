using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DataBureau.Web.Data.Embedded;

/// <summary>Finds the PostgreSQL server programs already installed on this machine.</summary>
public static partial class PostgresBinaries
{
    /// <summary>
    /// The folder of initdb, postgres and pg_ctl, or null. A configured folder is the only one looked at:
    /// quietly taking another version would be worse than saying that the setting is wrong.
    /// </summary>
    public static string? Find(string? configured) => Candidates(configured).FirstOrDefault(IsComplete);

    /// <summary>What to do when <see cref="Find"/> gives null.</summary>
    public static string NotFoundMessage(string? configured) => string.IsNullOrWhiteSpace(configured)
        ? "本机没有找到 PostgreSQL 服务器程序：请安装 PostgreSQL 15 或更高版本（Debian/Ubuntu：apt-get install postgresql），或者配置数据库连接字符串。"
        : $"配置的目录 {configured} 中没有 initdb、postgres 和 pg_ctl：请更正该设置，或者删除它以便自动查找。";

    /// <summary>A data directory can be served only by the major version that made it.</summary>
    internal static async Task<(string Directory, int Major)?> FindAsync(string? configured, int? major, CancellationToken ct)
    {
        foreach (var directory in Candidates(configured).Where(IsComplete).Distinct(StringComparer.Ordinal))
        {
            var found = await MajorVersionAsync(directory, ct);
            if (found is { } version && (major is null || major == version)) return (directory, version);
        }

        return null;
    }

    internal static string Executable(string directory, string name) =>
        Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static bool IsComplete(string directory) =>
        File.Exists(Executable(directory, "initdb")) && File.Exists(Executable(directory, "postgres")) && File.Exists(Executable(directory, "pg_ctl"));

    private static IEnumerable<string> Candidates(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured)) return [Path.GetFullPath(configured)];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return FromPgConfig(path).Concat(path).Concat(InstallFolders());
    }

    // Client-only installations have pg_config too, so its answer is one candidate among others.
    private static IEnumerable<string> FromPgConfig(string[] path)
    {
        var program = path.Select(folder => Executable(folder, "pg_config")).FirstOrDefault(File.Exists);
        if (program is null) yield break;
        using var process = Process.Start(new ProcessStartInfo(program, "--bindir") { RedirectStandardOutput = true, UseShellExecute = false });
        var answer = process?.StandardOutput.ReadToEnd().Trim();
        if (!string.IsNullOrEmpty(answer)) yield return answer;
    }

    private static IEnumerable<string> InstallFolders()
    {
        if (OperatingSystem.IsWindows())
            return Newest(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*");
        return Newest("/usr/lib/postgresql", "*")
            .Concat(Newest("/usr", "pgsql-*"))
            .Concat(Newest("/opt/homebrew/opt", "postgresql*"))
            .Concat(Newest("/usr/local/opt", "postgresql*"))
            .Concat(Newest("/Applications/Postgres.app/Contents/Versions", "*"));
    }

    private static IEnumerable<string> Newest(string root, string pattern) => !Directory.Exists(root)
        ? []
        : Directory.EnumerateDirectories(root, pattern)
            .OrderByDescending(folder => Numbers().Match(Path.GetFileName(folder)) is { Success: true } match
                ? int.Parse(match.Value, CultureInfo.InvariantCulture)
                : 0)
            .Select(folder => Path.Combine(folder, "bin"));

    private static async Task<int?> MajorVersionAsync(string directory, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Executable(directory, "postgres"), "--version") { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start);
        if (process is null) return null;
        var answer = await process.StandardOutput.ReadToEndAsync(ct);
        return Numbers().Match(answer) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
