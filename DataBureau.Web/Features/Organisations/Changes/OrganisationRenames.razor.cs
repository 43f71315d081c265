using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>Other names for entries that would come to lie twice under one name: given with the change, and done with it or not at all.</summary>
public sealed partial class OrganisationRenames
{
    [Parameter, EditorRequired] public IReadOnlyList<RenamableCase> Cases { get; set; } = [];

    [Parameter, EditorRequired] public Dictionary<Guid, string?> NewNames { get; set; } = default!;
}
