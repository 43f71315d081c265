using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>Who works in the body or has a grant there. To change it is the security administrator's.</summary>
public sealed partial class OrganisationPeople
{
    [Parameter] public OrganisationSurroundings? Around { get; set; }
}
