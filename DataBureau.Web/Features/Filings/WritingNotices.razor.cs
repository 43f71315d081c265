using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>What a page that is written on says above the case: what came back, who changed it meanwhile, what became of the last act, and where the two contents differ.</summary>
public sealed partial class WritingNotices
{
    [Parameter] public DateTimeOffset? RestoredAt { get; set; }

    [Parameter] public CaseChanged? Newer { get; set; }

    [Parameter] public Notice? Said { get; set; }

    [Parameter] public IReadOnlyList<CaseDifference> Theirs { get; set; } = [];

    [Parameter] public EventCallback OnDiscard { get; set; }

    [Parameter] public EventCallback OnLoad { get; set; }

    [Parameter] public EventCallback OnDismiss { get; set; }
}
