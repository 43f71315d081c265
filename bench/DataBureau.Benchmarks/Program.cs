using DataBureau.Benchmarks;
using DataBureau.Benchmarks.Consultations;
using DataBureau.Benchmarks.Dashboard;
using DataBureau.Benchmarks.Export;
using DataBureau.Benchmarks.Files;
using DataBureau.Benchmarks.Import;
using DataBureau.Benchmarks.Inbox;
using DataBureau.Benchmarks.Lists;
using DataBureau.Benchmarks.Numbers;
using DataBureau.Benchmarks.Officers;
using DataBureau.Benchmarks.Pages;
using DataBureau.Benchmarks.Plans;
using DataBureau.Benchmarks.Projects;

IBenchmark[] benchmarks =
[
    new ExportBenchmark(),
    new ExportHttpBenchmark(),
    new AttachmentBenchmark(),
    new ImportBenchmark(),
    new RosterBenchmark(),
    new FirstPageBenchmark(),
    new CircuitBenchmark(),
    new ListBenchmark(),
    new BatchBenchmark(),
    new NumberBenchmark(),
    new DeadlineBenchmark(),
    new MatrixBenchmark(),
    new CoverageBenchmark(),
    new DashboardBenchmark(),
    new ConsultationBenchmark(),
    new AcceptanceBenchmark(),
    new InboxBenchmark(),
    new InboxCountsBenchmark(),
];

if (args is ["--child", var figure, ..])
    return await Child.RunAsync(figure, args[2..]);

var wanted = args is ["all"] ? benchmarks : [.. benchmarks.Where(b => args.Contains(b.Name, StringComparer.Ordinal))];
if (wanted.Length == 0 || (args is not ["all"] && wanted.Length < args.Length))
{
    Console.WriteLine("dotnet run -c Release --project bench/DataBureau.Benchmarks -- NAME…   (all runs every one)");
    foreach (var benchmark in benchmarks)
        Console.WriteLine($"  {benchmark.Name,-12} {benchmark.Summary}");
    return args.Length == 0 ? 0 : 2;
}

await using var bench = new Workbench();
foreach (var benchmark in wanted)
    await benchmark.RunAsync(bench, new Report(benchmark.Name));
return 0;
