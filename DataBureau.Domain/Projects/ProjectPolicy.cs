using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.Projects;

/// <summary>J01: departments of these levels file their implementation plans.</summary>
public sealed record ImplementationFilingRule(IReadOnlyList<RegionLevel> Levels, FilingRule Filing, string? Note);

/// <summary>J02: governments of these levels need consent before they build a digital base of their own.</summary>
/// <param name="Levels">Who needs it.</param>
/// <param name="Consent">Who gives it.</param>
/// <param name="Note">What the rule leaves open.</param>
public sealed record DigitalBaseRule(IReadOnlyList<RegionLevel> Levels, FilingRule Consent, string? Note);

/// <summary>What a jurisdiction asks of digital projects. Null: no rule asks for it.</summary>
public sealed record ProjectPolicy(ImplementationFilingRule? ImplementationFiling, DigitalBaseRule? DigitalBase);
