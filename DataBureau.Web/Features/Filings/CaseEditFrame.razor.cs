using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>What stands around the fields of an edit page: title, what the autosave did, what was brought back, what became of saving.</summary>
public sealed partial class CaseEditFrame
{
    [Parameter, EditorRequired] public string Title { get; set; } = string.Empty;

    /// <summary>Handed to the fields; null where they are not those that cases share.</summary>
    [Parameter] public CaseEditing? Editing { get; set; }

    [Parameter, EditorRequired] public string BackHref { get; set; } = string.Empty;

    [Parameter] public string? Lead { get; set; }

    [Parameter] public string? SavedHint { get; set; }

    [Parameter] public DateTimeOffset? RestoredAt { get; set; }

    [Parameter] public Notice? Said { get; set; }

    [Parameter] public IReadOnlyList<CaseDifference> Theirs { get; set; } = [];

    [Parameter] public bool Busy { get; set; }

    [Parameter] public EventCallback OnSave { get; set; }

    [Parameter] public EventCallback OnDiscard { get; set; }

    [Parameter] public EventCallback OnDismiss { get; set; }

    /// <summary>What else can be done than to go back and to save.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }
}
