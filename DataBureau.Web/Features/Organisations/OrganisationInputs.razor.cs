using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations;

/// <summary>The fields of an organisation, with the check of its code as it is typed.</summary>
public sealed partial class OrganisationInputs
{
    [Parameter, EditorRequired] public IReadOnlyList<RegionChoice> Regions { get; set; } = [];

    [Parameter] public bool Disabled { get; set; }

    [Parameter, EditorRequired] public OrganisationForm Form { get; set; } = default!;

    /// <summary>The organisation is registered already: a new name is an act of its own.</summary>
    [Parameter] public bool Renamed { get; set; }
}
