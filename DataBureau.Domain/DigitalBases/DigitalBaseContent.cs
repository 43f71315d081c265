namespace DataBureau.Domain.DigitalBases;

/// <summary>What the county says in its application.</summary>
public sealed record BaseApplication
{
    public string Title { get; init; } = string.Empty;

    /// <summary>Why the county needs one of its own.</summary>
    public string? Necessity { get; init; }

    /// <summary>What the city's base cannot do.</summary>
    public string? CapabilityGap { get; init; }

    /// <summary>How it will be connected to the city's base.</summary>
    public string? ConnectionPlan { get; init; }

    /// <summary>In units of ten thousand yuan, with two places.</summary>
    public decimal? Budget { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }
}

/// <summary>The authority's record of the argument (论证).</summary>
public sealed record BaseArgument
{
    public DateOnly? Date { get; init; }

    public string? Participants { get; init; }

    public string? Conclusion { get; init; }
}

/// <summary>The authority's record of the verification of the connection.</summary>
public sealed record BaseVerification
{
    public DateOnly? Date { get; init; }

    public string? Result { get; init; }
}

/// <summary>Everything that is written into a case, each part by whom it belongs to.</summary>
public sealed record DigitalBaseContent
{
    public BaseApplication Application { get; init; } = new();

    public BaseArgument Argument { get; init; } = new();

    public BaseVerification Verification { get; init; } = new();

    /// <summary>This content with one part of another.</summary>
    public DigitalBaseContent With(DigitalBasePart part, DigitalBaseContent other) => part switch
    {
        DigitalBasePart.Application => this with { Application = other.Application },
        DigitalBasePart.Argument => this with { Argument = other.Argument },
        DigitalBasePart.Verification => this with { Verification = other.Verification },
        _ => this,
    };
}

/// <summary>The part that can be written in a state.</summary>
public enum DigitalBasePart
{
    [ChineseName("无")] None,
    [ChineseName("申请内容")] Application,
    [ChineseName("论证记录")] Argument,
    [ChineseName("核验记录")] Verification,
}
