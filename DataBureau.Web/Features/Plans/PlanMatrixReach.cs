using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Plans;

/// <summary>
/// Which rows a reader has. By region or all: every region the grant reaches. By organisation: the own region; who receives
/// filings also sees, for the kinds that are filed, the regions right below, because that one is missing is what they look for.
/// </summary>
internal sealed class PlanMatrixReach(Actor actor, Permission permission)
{
    private readonly List<Grant> _seeing = [.. actor.Grants.Where(g => g.Permission == permission)];
    private readonly List<Grant> _receiving = [.. actor.Grants.Where(g => g.Permission == PlanPermissions.Receive)];

    public bool SeesRow(string region) => SeesAll(region) || Receives(region);

    /// <summary>Whether the cell of a kind is shown to the reader.</summary>
    public bool SeesCell(string region, PlanRule rule) => SeesAll(region) || (rule.Filing is { } filing && _receiving.Any(g => g.RegionCode == filing.RegionFor(region)));

    private bool SeesAll(string region) => _seeing.Any(g => g.Scope switch
    {
        GrantScope.Organisation => g.RegionCode == region,
        GrantScope.Region => RegionCodes.Contains(g.RegionCode, region),
        GrantScope.All => true,
    });

    private bool Receives(string region) => _seeing.Count > 0 && _receiving.Any(g => g.RegionCode == RegionCodes.Parent(region));
}
