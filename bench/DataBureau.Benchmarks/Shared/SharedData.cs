namespace DataBureau.Benchmarks;

/// <summary>Real files that may not be committed: beside the repository in shared/data, or where DATABUREAU_SHARED_DATA says.</summary>
internal static class SharedData
{
    public const string Absence = "The real files are not here: no shared/data beside the repository, and DATABUREAU_SHARED_DATA is not set.";

    public static string? Find(params ReadOnlySpan<string> parts)
    {
        var folder = Environment.GetEnvironmentVariable("DATABUREAU_SHARED_DATA") is { Length: > 0 } given
            ? given
            : Path.Combine(Repository, "..", "shared", "data");
        var path = Path.Combine([folder, .. parts]);
        return File.Exists(path) ? path : null;
    }

    public static string Repository { get; } = FindRepository();

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataBureau.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run the benchmarks from within the repository.");
    }
}
