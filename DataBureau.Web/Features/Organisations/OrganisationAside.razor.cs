using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations;

/// <summary>Beside the form: what is open in the organisation and what was changed about it.</summary>
public sealed partial class OrganisationAside
{
    [Parameter, EditorRequired] public OrganisationView View { get; set; } = default!;
}
