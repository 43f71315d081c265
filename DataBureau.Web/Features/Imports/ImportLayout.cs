namespace DataBureau.Web.Features.Imports;

/// <summary>A corrected column mapping, remembered per organisation and layout of the header.</summary>
public sealed class ImportLayout
{
    public required Guid OrganisationId { get; init; }

    /// <summary>SHA-256 over the header texts, in order.</summary>
    public required string Fingerprint { get; init; }

    public required string MappingJson { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
