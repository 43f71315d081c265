using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>What an edition changes of the one before, and why: the tab 差异.</summary>
public sealed partial class CaseChanges
{
    [Parameter, EditorRequired] public EditionChanges Changes { get; set; } = default!;
}
