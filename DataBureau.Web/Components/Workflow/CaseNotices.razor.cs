using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>What a case page says above the case: somebody changed it, what became of the act, and where to go on after a decision.</summary>
public sealed partial class CaseNotices
{
    [Parameter] public CaseChanged? Newer { get; set; }

    [Parameter] public Notice? Said { get; set; }

    [Parameter] public bool Decided { get; set; }

    [Parameter] public string? NextHref { get; set; }

    [Parameter, EditorRequired] public string ListHref { get; set; } = string.Empty;

    /// <summary>What the case is called on its own page.</summary>
    [Parameter] public string This { get; set; } = "本件";

    /// <summary>What its like are called.</summary>
    [Parameter] public string Matters { get; set; } = "事项";

    [Parameter] public EventCallback OnLoad { get; set; }

    [Parameter] public EventCallback OnDismiss { get; set; }
}
