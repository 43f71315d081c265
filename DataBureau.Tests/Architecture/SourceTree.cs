namespace DataBureau.Tests.Architecture;

/// <summary>The repository as text: the architecture rules read the sources, because much of what they ask leaves no trace in an assembly.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs = ["bin", "obj", "Migrations", "node_modules"];

    public static string Root { get; } = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The hand-written files below a folder, as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<SourceFile> Files(string folder, params string[] endings) =>
        [.. Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(Root, path).Replace('\\', '/')))
            .Where(f => endings.Any(e => f.Name.EndsWith(e, StringComparison.Ordinal)) && !f.Name.Split('/').Any(NotOurs.Contains))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new SourceFile(f.Name, File.ReadAllText(f.Path)))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataBureau.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from inside the repository: DataBureau.sln was not found above them.");
    }
}

/// <summary>One file, with its path from the root.</summary>
internal sealed record SourceFile(string Name, string Text)
{
    public int Lines => Text.Count(c => c == '\n') + (Text.Length > 0 && !Text.EndsWith('\n') ? 1 : 0);
}
