namespace DataBureau.Domain.ImplementationPlans;

/// <summary>What a department says of its project.</summary>
public sealed record ImplementationPlanContent
{
    /// <summary>The name of the project.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>The field of work it serves (所属领域).</summary>
    public string? Field { get; init; }

    public string? Summary { get; init; }

    /// <summary>In units of ten thousand yuan, with two places.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The first day of the month in which work begins.</summary>
    public DateOnly? Start { get; init; }

    public DateOnly? Finish { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }
}
