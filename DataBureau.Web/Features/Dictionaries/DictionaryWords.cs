using DataBureau.Domain.Dictionaries;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dictionaries;

/// <summary>The words in use, list by list, in their order.</summary>
internal static class DictionaryWords
{
    public static async Task<ILookup<LocalList, string>> ReadAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        (await db.Set<DictionaryItem>().AsNoTracking().Where(i => i.DisabledAt == null).OrderBy(i => i.Position).ThenBy(i => i.Id).Select(i => new { i.List, i.Text }).ToListAsync(cancellationToken)).ToLookup(i => i.List, i => i.Text);
}
