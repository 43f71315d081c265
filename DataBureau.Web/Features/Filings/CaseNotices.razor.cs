using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>What a case page says above the case: somebody changed it, what became of the act, and where to go on after a decision.</summary>
public sealed partial class CaseNotices
{
    [Parameter] public CaseChanged? Newer { get; set; }

    [Parameter] public Notice? Said { get; set; }

    [Parameter] public bool Decided { get; set; }

    [Parameter] public string? NextHref { get; set; }

    [Parameter, EditorRequired] public string ListHref { get; set; } = string.Empty;

    [Parameter] public EventCallback OnLoad { get; set; }

    [Parameter] public EventCallback OnDismiss { get; set; }
}
