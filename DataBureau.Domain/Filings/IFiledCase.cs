using DataBureau.Domain.Numbers;

namespace DataBureau.Domain.Filings;

/// <summary>What every filed case answers, so that the guards of filing are written once.</summary>
public interface IFiledCase : INumberedCase
{
    /// <summary>Who submitted it inside the own body.</summary>
    Guid? SubmittedById { get; }

    /// <summary>Who sent it to the receiving office.</summary>
    Guid? FiledById { get; }

    FilingFacts Filing { get; }

    NumberChoice INumberedCase.Numbers => Filing.Numbers;
}

/// <summary>What stands around a filing: read with the case, never stored.</summary>
/// <param name="Rule">With whom the jurisdiction has it filed; null where nothing is filed.</param>
/// <param name="Mechanism">What it rests on: P02, J01, D01.</param>
/// <param name="RegionName">The region whose body receives it.</param>
/// <param name="Recipient">The body it was filed with, once it was.</param>
/// <param name="RecipientNow">The body it would be filed with now; null when none is registered.</param>
/// <param name="Rounds">The rounds of supplement so far.</param>
public sealed record FilingFacts(FilingRule? Rule, string Mechanism, string RegionName, FilingRecipient? Recipient, FilingRecipient? RecipientNow, IReadOnlyList<SupplementRound> Rounds)
{
    public static readonly FilingFacts None = new(null, string.Empty, string.Empty, null, null, []);

    /// <summary>The round that waits for its answer.</summary>
    public SupplementRound? OpenRound => Rounds.LastOrDefault() is { AnsweredAt: null } round ? round : null;

    /// <summary>Keys of the materials with a file that came after the notice of the open round.</summary>
    public IReadOnlySet<string> Supplied { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The reserved numbers that the receiving office may record it under.</summary>
    public NumberChoice Numbers { get; init; } = NumberChoice.None;
}
