using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>What exists and is reused, and what shared components the project adds.</summary>
public sealed partial class ProjectReuseTab
{
    [Parameter, EditorRequired] public ProjectDetailView View { get; set; } = default!;

    /// <summary>What keeps the table from being complete, where a rule asks for it and somebody can still mend it.</summary>
    private IReadOnlyList<RefusalDetail> Open => View.Policy.Projects.ReuseFirst && View.Content.Reuse.Count > 0 && View.State is ProjectState.Draft or ProjectState.InternalReview or ProjectState.PendingReply
        ? [.. ProjectCheck.Reuse(View.Content.Reuse, View.Facts.Register)] : [];
}
