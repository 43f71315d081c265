using System.Diagnostics;

namespace DataBureau.Web.Data.Embedded;

/// <summary>The account the server runs under: our own, or <c>postgres</c> when we are root, because PostgreSQL refuses to run as root.</summary>
internal sealed class ServerAccount
{
    private const string UserName = "postgres";
    private readonly bool _switches;
    private readonly string? _setpriv;
    private readonly string? _setsid;

    private ServerAccount(bool switches, string? setpriv, string? setsid)
    {
        _switches = switches;
        _setpriv = setpriv;
        _setsid = setsid;
    }

    public static async Task<ServerAccount> CurrentAsync(CancellationToken ct)
    {
        var setpriv = OperatingSystem.IsLinux() ? OnPath("setpriv") : null;
        var setsid = OperatingSystem.IsLinux() ? OnPath("setsid") : null;
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return new ServerAccount(switches: false, setpriv, setsid);
        if (setpriv is null)
            throw new EmbeddedPostgresException("PostgreSQL 不允许以 root 运行，而本机没有 setpriv 可用于切换账户：请以普通用户运行本程序。");
        var known = await RunAsync(new ProcessStartInfo("id", ["-u", UserName]), ct);
        return known.ExitCode == 0
            ? new ServerAccount(switches: true, setpriv, setsid)
            : throw new EmbeddedPostgresException("PostgreSQL 不允许以 root 运行，而本机没有 postgres 用户：请安装 postgresql 软件包，或者以普通用户运行本程序。");
    }

    /// <summary>The command as this account; with <paramref name="diesWithUs"/> the kernel stops it when the thread that starts it ends.</summary>
    public ProcessStartInfo Command(string program, IEnumerable<string> arguments, bool diesWithUs = false)
    {
        List<string> words = [program, .. arguments];
        if (_setpriv is not null && (_switches || diesWithUs))
        {
            string[] identity = _switches
                ? [$"--reuid={UserName}", $"--regid={UserName}", "--init-groups", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"]
                : [];
            string[] death = diesWithUs ? ["--pdeathsig=INT"] : [];
            words = [_setpriv, .. identity, .. death, "--", .. words];
        }

        // Its own session, or Ctrl+C at the console would stop the server before the program has finished its last writes.
        if (diesWithUs && _setsid is not null) words.Insert(0, _setsid);
        var start = new ProcessStartInfo(words[0], words.Skip(1));
        // The folder we were started in may be closed to that account.
        if (!OperatingSystem.IsWindows()) start.WorkingDirectory = "/";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        // Readiness is recognised by an English log line.
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    public Task<CommandResult> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct) =>
        RunAsync(Command(program, arguments), ct);

    /// <summary>Whether this account could use a folder at that place, which may not exist yet.</summary>
    public async Task<bool> CanReachAsync(string directory, CancellationToken ct)
    {
        if (!_switches) return true;
        var existing = new DirectoryInfo(directory);
        while (existing is { Exists: false, Parent: not null }) existing = existing.Parent;
        return (await RunAsync("test", ["-x", existing.FullName], ct)).ExitCode == 0;
    }

    /// <summary>Hands a file or folder that we made to this account; a link is never followed.</summary>
    public async Task TakeOverAsync(string path, CancellationToken ct)
    {
        if (!_switches) return;
        var result = await RunAsync(new ProcessStartInfo("chown", ["--no-dereference", $"{UserName}:{UserName}", path]), ct);
        if (result.ExitCode != 0) throw EmbeddedPostgresException.WithLog($"无法把 {path} 交给 postgres 用户。", result.Output);
    }

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/bin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task<CommandResult> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        using var process = Process.Start(start) ?? throw new EmbeddedPostgresException($"无法运行 {start.FileName}。");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more, and it must not go on writing into a folder that is about to be removed.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        var lines = (await output + await error).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new CommandResult(process.ExitCode, lines);
    }
}

internal sealed record CommandResult(int ExitCode, IReadOnlyList<string> Output);
