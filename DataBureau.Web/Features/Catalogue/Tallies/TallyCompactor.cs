using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Tallies;

/// <summary>Puts one row in the place of many. Two servers at the same rows: the one whose rows are gone when it deletes them gives up.</summary>
public sealed class TallyCompactor(IDbContextFactory<BureauDbContext> contexts)
{
    private const int Providers = 100;

    /// <returns>By how many rows the table has become smaller.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var gone = 0;
        while (await PieceAsync(cancellationToken) is { } fewer)
            gone += fewer;
        return gone;
    }

    /// <summary>The rows of some providers; null when there is nothing to do, or another server does it.</summary>
    private async Task<int?> PieceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var providers = await db.CatalogueTallies.Where(t => !t.Merged).Select(t => t.ProviderId).Distinct().Take(Providers).ToListAsync(cancellationToken);
        if (providers.Count == 0)
            return null;
        var rows = await db.CatalogueTallies.AsNoTracking().Where(t => EF.Parameter(providers).Contains(t.ProviderId)).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(t => t.Id);
        var merged = TallyDeltas.Rows(rows.GroupBy(t => t.Key).Select(g => KeyValuePair.Create(g.Key, g.Sum(t => t.Change))), merged: true);
        try
        {
            if (await db.CatalogueTallies.Where(t => EF.Parameter(ids).Contains(t.Id)).ExecuteDeleteAsync(cancellationToken) != ids.Count)
                return null;
            await db.InsertManyAsync(merged, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return null;
        }

        return rows.Count - merged.Count;
    }
}
