using System.Collections.Concurrent;
using System.Diagnostics;

namespace DataBureau.Web.Data.Embedded;

/// <summary>The server process that we started, and its last words.</summary>
internal sealed class PostgresProcess
{
    private const int KeptLines = 40;
    private readonly ConcurrentQueue<string> _lastLines = new();
    private readonly TaskCompletionSource<bool> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILogger _logger;

    private PostgresProcess(ILogger logger) => _logger = logger;

    public IReadOnlyList<string> LastLines => [.. _lastLines];

    /// <summary>Completes when the process has gone.</summary>
    public Task Ended => _ended.Task;

    /// <summary>
    /// Linux ties "die with your parent" to the thread that forked, not to the process: on a pool thread the server would
    /// stop as soon as the pool retires that thread. So one thread starts the server and then waits for its end.
    /// </summary>
    public static PostgresProcess Start(ProcessStartInfo start, ILogger logger)
    {
        start.RedirectStandardError = start.RedirectStandardOutput = start.RedirectStandardInput = true;
        var server = new PostgresProcess(logger);
        new Thread(() => server.Run(start)) { IsBackground = true, Name = "PostgreSQL" }.Start();
        return server;
    }

    /// <summary>True when it accepts connections, false when it ended first.</summary>
    public Task<bool> ReadyAsync(TimeSpan timeout, CancellationToken ct) => _ready.Task.WaitAsync(timeout, ct);

    private void Run(ProcessStartInfo start)
    {
        try
        {
            using var process = new Process { StartInfo = start };
            process.ErrorDataReceived += (_, line) => Heard(line.Data);
            process.OutputDataReceived += (_, line) => Heard(line.Data);
            process.Start();
            process.StandardInput.Close();
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            process.WaitForExit();
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            Heard(failure.Message);
        }
        finally
        {
            _ready.TrySetResult(false);
            _ended.TrySetResult();
        }
    }

    private void Heard(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        _lastLines.Enqueue(line);
        while (_lastLines.Count > KeptLines) _lastLines.TryDequeue(out _);
        _logger.LogDebug("PostgreSQL：{Line}", line);
        if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal)) _ready.TrySetResult(true);
    }
}
