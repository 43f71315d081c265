namespace DataBureau.Benchmarks;

/// <summary>One named group of figures.</summary>
internal interface IBenchmark
{
    string Name { get; }

    string Summary { get; }

    Task RunAsync(Workbench bench, Report report);
}
