using DataBureau.Domain.Filings;

namespace DataBureau.Domain.DigitalBases;

/// <summary>What stands around an application and its guards have to know.</summary>
/// <param name="Consent">Who gives the consent: as for a filing, the body that receives.</param>
/// <param name="MayApply">The applying body is the government, or the data authority that applies for it.</param>
/// <param name="Materials">Keys of the materials that are attached.</param>
/// <param name="AppliedAgain">A later application has been made after this one was refused.</param>
public sealed record DigitalBaseFacts(FilingFacts Consent, bool MayApply, IReadOnlySet<string> Materials, bool AppliedAgain)
{
    public static readonly DigitalBaseFacts None = new(FilingFacts.None, MayApply: false, new HashSet<string>(StringComparer.Ordinal), AppliedAgain: false);
}
