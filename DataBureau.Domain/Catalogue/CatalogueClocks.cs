using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.Catalogue.CatalogueState;

namespace DataBureau.Domain.Catalogue;

/// <summary>What a bureau may set time limits for, and in which states each runs. A return ends the judging and starts the mending.</summary>
public static class CatalogueClocks
{
    public static readonly TimeLimit SignOff = new("catalogue.sign-off", "部门审核", CatalogueEntry.Kind) { ActedOnWith = [CataloguePermissions.SignOff] };

    public static readonly TimeLimit Review = new("catalogue.review", "目录审核", CatalogueEntry.Kind) { ActedOnWith = [CataloguePermissions.Review] };

    public static readonly TimeLimit Revise = new("catalogue.revise", "退回修改", CatalogueEntry.Kind) { ActedOnWith = [CataloguePermissions.Compile] };

    public static readonly ImmutableArray<ClockRule<CatalogueState>> All =
    [
        new(SignOff, CaseSide.Owner, [DepartmentReview], []),
        new(Review, CaseSide.Authority, [UnderReview], []),
        new(Revise, CaseSide.Owner, [Returned], []),
    ];
}
