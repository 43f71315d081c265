using DataBureau.Domain.Policy;

namespace DataBureau.Tests.Domain.Policy;

/// <summary>The JSON texts that the program carries, for libraries with something more in them.</summary>
internal static class PolicyTexts
{
    public static IReadOnlyList<string> Packs => Read("packs/");

    public static IReadOnlyList<string> Jurisdictions => Read("jurisdictions/");

    private static List<string> Read(string folder) => [.. typeof(PolicyLibrary).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Select(name =>
    {
        using var reader = new StreamReader(typeof(PolicyLibrary).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    })];
}
