using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Policies;

/// <summary>What the list of provisions is narrowed to. A word in an address that names nothing narrows nothing.</summary>
/// <param name="Jurisdiction">Only what applies there, in the order of its policy.</param>
/// <param name="Chosen">The provision shown in full above the list.</param>
public sealed record ProvisionFilter(
    ProvisionSearch Search, RegulationPack? Document, JurisdictionPolicy? Jurisdiction, string? Mechanism, PackStatus? Status, Citation? Chosen)
{
    public const string IdKey = "id";
    public const string DocumentKey = "document";
    public const string JurisdictionKey = "jurisdiction";
    public const string MechanismKey = "mechanism";
    public const string StatusKey = "status";

    /// <summary>A link to one provision narrows the list to its document; the address may leave that unsaid.</summary>
    public static ListQuery Complete(ListQuery query, PolicyLibrary library) =>
        query.Filter(DocumentKey).Length == 0 && library.FindCitation(query.Filter(IdKey)) is { } chosen
            ? query with { Filters = query.Filters.SetItem(DocumentKey, chosen.Pack.Id) }
            : query;

    public static ProvisionFilter Read(ListQuery query, PolicyLibrary library)
    {
        query = Complete(query, library);
        var mechanism = query.Filter(MechanismKey);
        return new ProvisionFilter(
            ProvisionSearch.Parse(query.Search),
            library.Packs.FirstOrDefault(p => p.Id == query.Filter(DocumentKey)),
            library.Jurisdictions.FirstOrDefault(j => j.Region == query.Filter(JurisdictionKey)),
            Mechanisms.IsKnown(mechanism) ? mechanism : null,
            Enum.TryParse<PackStatus>(query.Filter(StatusKey), out var status) && Enum.IsDefined(status) ? status : null,
            library.FindCitation(query.Filter(IdKey)));
    }

    public IEnumerable<Citation> Find(PolicyLibrary library) =>
        (Jurisdiction?.Packs ?? library.Packs)
        .Where(p => (Document is null || p.Id == Document.Id) && (Status is null || p.Status == Status))
        .SelectMany(p => p.Provisions.Select(v => new Citation(p, v)))
        .Where(c => (Mechanism is null || c.Provision.Mechanisms.Contains(Mechanism)) && Search.Matches(c));
}
