using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>What a body has to do, area by area. Counts only: an administrator reads no drafts.</summary>
public sealed partial class OrganisationWork
{
    [Parameter] public OrganisationSurroundings? Around { get; set; }
}
