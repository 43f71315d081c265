using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>Another case of the same line.</summary>
/// <param name="Href">Null for the one whose page it is.</param>
public sealed record CaseEdition(string Name, string? Href, string State, Tone Tone)
{
    /// <summary>「某规划（第 2 版）」: editions share their title.</summary>
    public static string Titled(string title, int edition) => edition > 1 ? $"{title}（第 {edition} 版）" : title;
}

/// <summary>All cases of a line, the latest first.</summary>
public sealed partial class CaseEditions
{
    [Parameter, EditorRequired] public IReadOnlyList<CaseEdition> Editions { get; set; } = [];

    [Parameter] public string Caption { get; set; } = "版本";
}
