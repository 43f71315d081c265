using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>Where somebody else saved something other than what stands in the form.</summary>
public sealed partial class CaseDifferences
{
    [Parameter, EditorRequired] public IReadOnlyList<CaseDifference> Differences { get; set; } = [];
}
