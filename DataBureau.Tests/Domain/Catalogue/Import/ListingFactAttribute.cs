namespace DataBureau.Tests.Domain.Catalogue.Import;

/// <summary>A test over the real listings and templates, which are not in the repository. Skipped, in words, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ListingFactAttribute : FactAttribute
{
    public ListingFactAttribute()
    {
        if (Folder is null)
            Skip = "The folder of real listings is absent; set DATABUREAU_SHARED_DATA to it.";
    }

    public static string? Folder { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Folder!, .. parts]);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DATABUREAU_SHARED_DATA") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "DataBureau.sln")))
                continue;
            var data = Path.Combine(folder.FullName, "..", "shared", "data");
            return Directory.Exists(data) ? data : null;
        }

        return null;
    }
}
