using DataBureau.Domain.Policy;
using DataBureau.Web.Features.Filings;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>What may still change while building: systems, new shared components, contact.</summary>
public sealed partial class ProjectProgressEditor
{
    [CascadingParameter] private CaseEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired] public ProjectForm Form { get; set; } = default!;

    [Parameter] public LegalBasis? Basis { get; set; }

    /// <summary>Whether the contact is asked for here and not among the rest.</summary>
    [Parameter] public bool Contact { get; set; }

    private Task AddAsync() => TypedAsync(() => Form.Systems.Add(new SystemForm()));

    private Task TypedAsync(Action change)
    {
        change();
        return Editing.Touched();
    }
}
