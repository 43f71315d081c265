using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Tallies;

/// <summary>A key whose sum is not the number of its entries.</summary>
public sealed record TallyDifference(TallyKey Key, int Tallied, int Counted);

/// <summary>Holds the tallies against the entries, both as they were at one moment.</summary>
public sealed class TallyCheck(IDbContextFactory<BureauDbContext> contexts)
{
    public async Task<IReadOnlyList<TallyDifference>> DifferencesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var moment = await db.OneMomentAsync(cancellationToken);
        return await DifferencesAsync(db, cancellationToken);
    }

    /// <summary>
    /// Adds what is missing. Writers need not stop: what they commit meanwhile changes entries and tallies alike, and the
    /// difference of this moment stays what it is.
    /// </summary>
    public async Task<IReadOnlyList<TallyDifference>> RebuildAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RebuildAsync(db, cancellationToken);
    }

    public static async Task<IReadOnlyList<TallyDifference>> RebuildAsync(BureauDbContext db, CancellationToken cancellationToken)
    {
        await using var moment = await db.OneMomentAsync(cancellationToken);
        var differences = await DifferencesAsync(db, cancellationToken);
        await db.InsertManyAsync(TallyDeltas.Rows(differences.Select(d => KeyValuePair.Create(d.Key, d.Counted - d.Tallied))), cancellationToken);
        await moment.CommitAsync(cancellationToken);
        return differences;
    }

    private static async Task<IReadOnlyList<TallyDifference>> DifferencesAsync(BureauDbContext db, CancellationToken cancellationToken)
    {
        var tallied = await db.CatalogueTallies.SumsAsync(cancellationToken);
        var counted = await db.CatalogueEntries.CountsAsync(cancellationToken);
        return [.. tallied.Keys.Union(counted.Keys).Select(key => new TallyDifference(key, tallied.GetValueOrDefault(key), counted.GetValueOrDefault(key))).Where(d => d.Tallied != d.Counted)];
    }
}
