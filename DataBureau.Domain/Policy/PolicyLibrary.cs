using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;

namespace DataBureau.Domain.Policy;

/// <summary>All documents and jurisdictions. A new city is a new file and no code.</summary>
public sealed class PolicyLibrary
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<PolicyLibrary> EmbeddedLibrary = new(ReadEmbedded);

    private readonly Dictionary<string, JurisdictionPolicy> _policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Citation> _citations;

    /// <param name="packs">The documents as JSON texts.</param>
    /// <param name="jurisdictions">The jurisdiction policies as JSON texts; one of them must be of region 000000.</param>
    public PolicyLibrary(IEnumerable<string> packs, IEnumerable<string> jurisdictions)
    {
        Packs = [.. packs.Select(p => Read<RegulationPack>(p)).OrderBy(p => p.Region, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal)];
        _citations = Packs.SelectMany(p => p.Provisions.Select(v => new Citation(p, v))).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var files = jurisdictions.Select(Read<JurisdictionFile>).ToDictionary(j => j.Region, StringComparer.Ordinal);
        foreach (var file in files.Values)
            _policies[file.Region] = Build(file, files);
    }

    public static PolicyLibrary Embedded => EmbeddedLibrary.Value;

    public IReadOnlyList<RegulationPack> Packs { get; }

    public IEnumerable<JurisdictionPolicy> Jurisdictions => _policies.Values.OrderBy(p => p.Region, StringComparer.Ordinal);

    /// <summary>The policy for a region: its own, else that of the nearest region above it, else the national default.</summary>
    public JurisdictionPolicy For(string regionCode) =>
        RegionCodes.SelfAndAbove(regionCode).Select(c => _policies.GetValueOrDefault(c)).FirstOrDefault(p => p is not null) ?? _policies[RegionCodes.Nation];

    public Citation? FindCitation(string id) => _citations.GetValueOrDefault(id);

    private static PolicyLibrary ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new PolicyLibrary(Texts("packs/"), Texts("jurisdictions/"));

        IEnumerable<string> Texts(string folder) => assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        });
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json) ?? throw new InvalidOperationException($"An empty {typeof(T).Name}.");

    private JurisdictionPolicy Build(JurisdictionFile file, Dictionary<string, JurisdictionFile> files)
    {
        var line = new List<JurisdictionFile>();
        for (var f = file; f is not null; f = f.Inherits is null ? null : files[f.Inherits])
            line.Add(line.Contains(f) ? throw new InvalidOperationException($"{f.Region} inherits from itself.") : f);
        return new JurisdictionPolicy(
            file.Region,
            file.Name,
            [.. line.SelectMany(f => f.Packs).Distinct(StringComparer.Ordinal).Select(id => Packs.Single(p => p.Id == id))],
            Nearest(f => f.Sharing),
            Nearest(f => f.Opening),
            Nearest(f => f.Catalogue),
            Nearest(f => f.Plans),
            Nearest(f => f.Projects),
            Nearest(f => f.ChiefDataOfficers));

        T Nearest<T>(Func<JurisdictionFile, T?> section)
            where T : class => line.Append(files[RegionCodes.Nation]).Select(section).First(s => s is not null)!;
    }

    private sealed record JurisdictionFile(
        string Region, string Name, string? Inherits, IReadOnlyList<string> Packs, SharingPolicy? Sharing = null, OpeningPolicy? Opening = null, CataloguePolicy? Catalogue = null, PlanPolicy? Plans = null, ProjectPolicy? Projects = null,
        ChiefDataOfficerPolicy? ChiefDataOfficers = null);
}
