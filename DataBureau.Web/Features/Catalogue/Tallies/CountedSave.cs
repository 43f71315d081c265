using DataBureau.Domain.Catalogue;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Tallies;

/// <summary>One save with its tallies: they are added before it and forgotten after it, whether it went well or not, so that none is saved twice.</summary>
internal sealed class CountedSave : IDisposable
{
    private readonly BureauDbContext _db;
    private readonly bool _detects;
    private readonly IReadOnlyList<CatalogueTally> _tallies;

    public CountedSave(BureauDbContext db)
    {
        (_db, _detects) = (db, db.ChangeTracker.AutoDetectChangesEnabled);
        if (_detects)
            db.ChangeTracker.DetectChanges();
        // What has been looked for is not looked for again by the save.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        _tallies = TallyDeltas.Of(db.ChangeTracker.Entries<CatalogueEntry>());
        db.AddRange(_tallies);
    }

    public void Dispose()
    {
        foreach (var tally in _tallies)
            _db.Entry(tally).State = EntityState.Detached;
        _db.ChangeTracker.AutoDetectChangesEnabled = _detects;
    }
}
