using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>曾用名, newest first.</summary>
public sealed partial class OrganisationNames
{
    [Parameter] public OrganisationSurroundings? Around { get; set; }

    /// <summary>The name of today.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    private static string Text(DateOnly day) => CellText.Of(day, ColumnKind.Date);
}
