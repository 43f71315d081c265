using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Policy;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The schemes in force: the jurisdictions' and the bureaus' own.</summary>
internal static class OfficerSchemeReader
{
    public static async Task<OfficerSchemes> ReadAsync(BureauDbContext db, PolicyLibrary policies, CancellationToken cancellationToken) =>
        new(policies, await db.OfficerSchemes.AsNoTracking().ToListAsync(cancellationToken));
}
