namespace DataBureau.Domain.Numbers;

/// <summary>What a series of numbers is for. Registered by the feature whose cases are numbered.</summary>
/// <param name="Code">In the number itself, two to eight capitals: "GHBA".</param>
/// <param name="Name">规划备案.</param>
/// <param name="CaseKind">The kind of case that gets the numbers: "plan".</param>
public sealed record NumberMatter(string Code, string Name, string CaseKind);
