namespace DataBureau.Web.Features.Numbers;

/// <summary>The counter of a series: whoever takes a number holds this row until the act is committed or undone.</summary>
public sealed class NumberSeries
{
    public required string RegionCode { get; init; }

    public required string MatterCode { get; init; }

    public required int Year { get; init; }

    /// <summary>The last serial given; changed by the database itself, never through an object.</summary>
    public int Last { get; private set; }
}
