using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Help;

/// <summary>The steps of a workflow: who may do what when, what stands in the way, and which provision asks for it in a place.</summary>
public sealed partial class HelpSteps
{
    [Parameter, EditorRequired] public HelpWorkflow Workflow { get; set; } = default!;

    [Parameter, EditorRequired] public JurisdictionPolicy Policy { get; set; } = default!;
}
