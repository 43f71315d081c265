using System.Collections.Concurrent;
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

    private readonly Dictionary<string, JurisdictionFile> _files;
    private readonly Dictionary<string, JurisdictionPolicy> _policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Citation> _citations;
    private volatile Chosen _chosen = Chosen.Nothing;

    /// <param name="packs">The documents as JSON texts.</param>
    /// <param name="jurisdictions">The jurisdiction policies as JSON texts; one of them must be of region 000000.</param>
    public PolicyLibrary(IEnumerable<string> packs, IEnumerable<string> jurisdictions)
    {
        Packs = [.. packs.Select(p => Read<RegulationPack>(p)).OrderBy(p => p.Region, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal)];
        _citations = Packs.SelectMany(p => p.Provisions.Select(v => new Citation(p, v))).ToDictionary(c => c.Id, StringComparer.Ordinal);
        _files = jurisdictions.Select(Read<JurisdictionFile>).ToDictionary(j => j.Key, StringComparer.Ordinal);
        foreach (var file in _files.Values)
            _policies[file.Key] = Build(file);
    }

    private PolicyLibrary(PolicyLibrary other, IEnumerable<string> more)
    {
        (Packs, _citations, _files) = (other.Packs, other._citations, new(other._files, StringComparer.Ordinal));
        foreach (var file in more.Select(Read<JurisdictionFile>))
            _files[file.Key] = file;
        foreach (var file in _files.Values)
            _policies[file.Key] = Build(file);
    }

    public static PolicyLibrary Embedded => EmbeddedLibrary.Value;

    public IReadOnlyList<RegulationPack> Packs { get; }

    /// <summary>The jurisdictions with rules of their own, as they are in force.</summary>
    public IEnumerable<JurisdictionPolicy> Jurisdictions => _files.Values.Where(f => f.Edition is null).Select(f => For(f.Region)).OrderBy(p => p.Region, StringComparer.Ordinal);

    /// <summary>What there is to choose from, whatever is in force.</summary>
    public IReadOnlyList<ShippedPolicy> Shipped => [.. _files.Values.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new ShippedPolicy(f.Key, f.Name, _policies[f.Key]))];

    /// <summary>The policy for a region: its own, else that of the nearest region above it, else the national default; with what was chosen instead.</summary>
    public JurisdictionPolicy For(string regionCode) => _chosen is { Choices.Count: > 0 } chosen ? chosen.Made.GetOrAdd(regionCode, code => With(code, chosen.Choices)) : ShippedFor(regionCode);

    /// <summary>The policy for a region if these were the choices: for a preview.</summary>
    public JurisdictionPolicy ForIf(string regionCode, IEnumerable<PolicyChoice> choices) => With(regionCode, Index(choices));

    /// <summary>A library of its own with more jurisdictions or editions of them, and with choices of its own.</summary>
    public PolicyLibrary Extended(params IEnumerable<string> jurisdictions) => new(this, jurisdictions);

    /// <summary>From now on these choices are in force, and no others.</summary>
    public void Choose(IEnumerable<PolicyChoice> choices) => _chosen = new Chosen(Index(choices));

    private JurisdictionPolicy ShippedFor(string regionCode) =>
        RegionCodes.SelfAndAbove(regionCode).Select(c => _policies.GetValueOrDefault(c)).FirstOrDefault(p => p is not null) ?? _policies[RegionCodes.Nation];

    /// <summary>What names a policy that is not shipped any more is passed over.</summary>
    private Dictionary<(string Region, PolicySection Section), string> Index(IEnumerable<PolicyChoice> choices) =>
        choices.Where(c => _policies.ContainsKey(c.From)).GroupBy(c => (c.Region, c.Section)).ToDictionary(g => g.Key, g => g.Last().From);

    private JurisdictionPolicy With(string regionCode, IReadOnlyDictionary<(string Region, PolicySection Section), string> choices)
    {
        var (shipped, sources) = (ShippedFor(regionCode), Enum.GetValues<PolicySection>().ToDictionary(s => s, Source));
        return sources.Values.All(s => s is null) ? shipped : new JurisdictionPolicy(
            shipped.Region, shipped.Name, shipped.Packs,
            (sources[PolicySection.Sharing] ?? shipped).Sharing, (sources[PolicySection.Opening] ?? shipped).Opening, (sources[PolicySection.Catalogue] ?? shipped).Catalogue,
            (sources[PolicySection.Plans] ?? shipped).Plans, (sources[PolicySection.Projects] ?? shipped).Projects, (sources[PolicySection.ChiefDataOfficers] ?? shipped).ChiefDataOfficers);

        // A choice holds below its region as well, unless something nearer says its own.
        JurisdictionPolicy? Source(PolicySection section)
        {
            foreach (var code in RegionCodes.SelfAndAbove(regionCode).Append(RegionCodes.Nation))
            {
                if (choices.TryGetValue((code, section), out var from))
                    return _policies[from];
                if (_files.TryGetValue(code, out var file) && file.Says(section))
                    return null;
            }

            return null;
        }
    }

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

    private JurisdictionPolicy Build(JurisdictionFile file)
    {
        var line = new List<JurisdictionFile>();
        for (var f = file; f is not null; f = f.Edition is not null ? _files[f.Region] : f.Inherits is null ? null : _files[f.Inherits])
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
            where T : class => line.Append(_files[RegionCodes.Nation]).Select(section).First(s => s is not null)!;
    }

    private sealed record JurisdictionFile(
        string Region, string Name, string? Inherits, IReadOnlyList<string> Packs, SharingPolicy? Sharing = null, OpeningPolicy? Opening = null, CataloguePolicy? Catalogue = null, PlanPolicy? Plans = null, ProjectPolicy? Projects = null,
        ChiefDataOfficerPolicy? ChiefDataOfficers = null, string? Edition = null)
    {
        /// <summary>Another edition of a region's rules stands beside them and has to be chosen.</summary>
        public string Key => Edition is null ? Region : $"{Region}@{Edition}";

        public bool Says(PolicySection section) => section switch
        {
            PolicySection.Sharing => Sharing is not null,
            PolicySection.Opening => Opening is not null,
            PolicySection.Catalogue => Catalogue is not null,
            PolicySection.Plans => Plans is not null,
            PolicySection.Projects => Projects is not null,
            PolicySection.ChiefDataOfficers => ChiefDataOfficers is not null,
        };
    }

    /// <summary>The choices in force, and the policies that were made of them.</summary>
    private sealed record Chosen(IReadOnlyDictionary<(string Region, PolicySection Section), string> Choices)
    {
        public static readonly Chosen Nothing = new(new Dictionary<(string, PolicySection), string>());

        public ConcurrentDictionary<string, JurisdictionPolicy> Made { get; } = new(StringComparer.Ordinal);
    }
}
