using System.Diagnostics;

namespace DataBureau.Benchmarks;

/// <summary>Watches the working set of a process while something runs, a few hundred times a second.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private const double Megabyte = 1024 * 1024;

    private readonly Process _process;
    private readonly Thread _thread;
    private readonly long _idle;
    private long _peak;
    private volatile bool _stop;

    private MemoryWatch(Process process)
    {
        _process = process;
        _idle = _peak = Read();
        _thread = new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _thread.Start();
    }

    /// <summary>Of this process, with everything collected and handed back first.</summary>
    public static MemoryWatch StartHere()
    {
        Settle();
        return new MemoryWatch(Process.GetCurrentProcess());
    }

    /// <summary>Of another process, which settles by itself.</summary>
    public static MemoryWatch Start(int processId) => new(Process.GetProcessById(processId));

    public static void Settle()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
    }

    /// <summary>How far the working set rose, at most, above where it stood at the start.</summary>
    public double StopMegabytes()
    {
        _stop = true;
        _thread.Join();
        return (Math.Max(_peak, Read()) - _idle) / Megabyte;
    }

    public void Dispose()
    {
        _stop = true;
        _process.Dispose();
    }

    private void Watch()
    {
        while (!_stop)
        {
            _peak = Math.Max(_peak, Read());
            Thread.Sleep(3);
        }
    }

    private long Read()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }
}
