using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Policies;

/// <summary>The chosen document: what it is, since when, and what to mind when citing it.</summary>
public sealed partial class DocumentCard
{
    [Parameter, EditorRequired] public RegulationPack Pack { get; set; } = default!;
}
