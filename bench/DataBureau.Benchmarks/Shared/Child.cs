using System.Diagnostics;
using System.Globalization;
using DataBureau.Benchmarks.Export;
using DataBureau.Benchmarks.Import;
using DataBureau.Web.Data;

namespace DataBureau.Benchmarks;

/// <summary>This program once more, for one figure: what ran before in the parent cannot spoil it. It prints "name=value" lines.</summary>
internal static class Child
{
    private const string Connection = "BENCH_CONNECTION";

    public static async Task<int> RunAsync(string figure, string[] args)
    {
        await (figure switch
        {
            "export" => ExportMemory.RunAsync(),
            "import" => ImportMemory.RunAsync(Database(), args[0]),
            "host" => BenchHost.RunAsync(Database()),
            _ => throw new ArgumentException($"No such figure: {figure}", nameof(figure)),
        });
        return 0;
    }

    public static void Say(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));

    /// <summary>Runs the figure in a process of its own and returns what it said.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> AskAsync(string figure, DatabaseOptions? database, params string[] args)
    {
        using var process = Start(figure, database, args);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The child process for {figure} ended with {process.ExitCode}.");
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split('='))
            .ToDictionary(l => l[0], l => double.Parse(l[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    public static Process Start(string figure, DatabaseOptions? database, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--child", figure, .. args]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (database is not null)
            start.Environment[Connection] = database.ConnectionString;
        return Process.Start(start)!;
    }

    private static DatabaseOptions Database() => Workbench.Options(Environment.GetEnvironmentVariable(Connection) ?? throw new InvalidOperationException($"{Connection} is not set."));
}
