namespace DataBureau.Tests.Shared;

/// <summary>
/// A test on the real files that may not be committed. They lie in <c>shared/data</c> beside the repository, or where the
/// environment variable DATABUREAU_SHARED_DATA says; without them the test is skipped and says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public const string Variable = "DATABUREAU_SHARED_DATA";

    public SharedDataFactAttribute()
    {
        if (Folder is null) Skip = $"The real files are not here: no shared/data beside the repository, and {Variable} is not set.";
    }

    /// <summary>The folder with the real files, or null.</summary>
    public static string? Folder { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) =>
        Path.Combine([Folder ?? throw new InvalidOperationException("Only for tests marked SharedDataFact."), .. parts]);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given && Directory.Exists(given)) return given;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataBureau.sln"))) folder = folder.Parent;
        var candidate = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data") : null;
        return candidate is not null && Directory.Exists(candidate) ? candidate : null;
    }
}
