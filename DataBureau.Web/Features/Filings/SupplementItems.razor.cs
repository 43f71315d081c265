using DataBureau.Domain.Filings;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>What a notice asks for, a line each.</summary>
public sealed partial class SupplementItems
{
    [Parameter, EditorRequired] public IReadOnlyList<SupplementItem> Items { get; set; } = [];

    [Parameter, EditorRequired] public string Caption { get; set; } = string.Empty;
}
