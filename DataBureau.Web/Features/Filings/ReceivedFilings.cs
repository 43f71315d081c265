using DataBureau.Domain.Filings;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;

namespace DataBureau.Web.Features.Filings;

/// <summary>A filing that is with a body.</summary>
internal sealed record ReceivedFiling(Guid Id, string RegionCode, string Matter, FilingRule? Rule);

/// <summary>Which filings go along when the body that has them ends, or hands over a responsibility.</summary>
internal static class ReceivedFilings
{
    /// <summary>All of them when the body ends; else those that it received because of what it hands over.</summary>
    public static async Task<IReadOnlyList<Guid>> PassedAsync(BureauDbContext db, OrganisationShift shift, IReadOnlyList<ReceivedFiling> filings, int year, CancellationToken cancellationToken)
    {
        if (shift.Whole)
            return [.. filings.Select(f => f.Id)];
        var passed = new List<Guid>();
        foreach (var group in filings.Where(f => f.Rule is not null).GroupBy(f => (f.Matter, f.RegionCode)))
        {
            if (shift.Passes(await FilingRecipients.ResponsibilityAsync(db, group.Key.Matter, group.First().Rule!, group.Key.RegionCode, year, cancellationToken)))
                passed.AddRange(group.Select(f => f.Id));
        }

        return passed;
    }
}
