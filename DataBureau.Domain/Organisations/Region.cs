namespace DataBureau.Domain.Organisations;

/// <summary>A unit of GB/T 2260, or one that a bureau defines beside it (a development zone).</summary>
public sealed class Region
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required RegionLevel Level { get; init; }

    public string? ParentCode { get; init; }
}
