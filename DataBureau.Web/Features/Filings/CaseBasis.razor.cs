using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>The provisions that a case rests on, and what they leave open.</summary>
public sealed partial class CaseBasis
{
    [Parameter, EditorRequired] public string Title { get; set; } = string.Empty;

    [Parameter, EditorRequired] public LegalBasis? Basis { get; set; }

    [Parameter] public string? Note { get; set; }
}
