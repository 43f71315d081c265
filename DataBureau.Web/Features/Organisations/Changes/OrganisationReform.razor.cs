using DataBureau.Domain.Organisations;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>The ways of a reform, in the words in which they are chosen.</summary>
internal static class ChangeWays
{
    public static readonly IReadOnlyList<(OrganisationChangeKind Kind, string What)> All =
    [
        (OrganisationChangeKind.Rename, "单位不变，只改名称。原名称记入曾用名，以后仍可用来查找。"),
        (OrganisationChangeKind.Merge, "本单位与其他单位合并，成为一个新单位，或并入其中一个、另外一个单位。"),
        (OrganisationChangeKind.Abolish, "本单位撤销，在办事项由承接单位继续办理。"),
        (OrganisationChangeKind.Transfer, "本单位的一项职责划给另一个单位，两个单位都继续存在。"),
    ];
}

/// <summary>Where a reform of the body begins, and what was changed about it before.</summary>
public sealed partial class OrganisationReform
{
    [Parameter, EditorRequired] public OrganisationView View { get; set; } = default!;

    [Parameter] public OrganisationSurroundings? Around { get; set; }
}
