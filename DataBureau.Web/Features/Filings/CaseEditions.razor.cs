using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>Another case of the same line.</summary>
/// <param name="Href">Null for the one whose page it is.</param>
public sealed record CaseEdition(string Name, string? Href, string State, Tone Tone);

/// <summary>All cases of a line, the latest first.</summary>
public sealed partial class CaseEditions
{
    [Parameter, EditorRequired] public IReadOnlyList<CaseEdition> Editions { get; set; } = [];

    [Parameter] public string Caption { get; set; } = "版本";
}
