using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataBureau.Web.Data;

/// <summary>Several questions answered as of one moment, whatever others commit meanwhile; nobody is made to wait for it.</summary>
public static class OneMoment
{
    /// <summary>Begins it. Reading needs no commit: disposing ends it.</summary>
    public static Task<IDbContextTransaction> OneMomentAsync(this BureauDbContext db, CancellationToken cancellationToken) => db.Database.BeginTransactionAsync(db.OfOneMoment, cancellationToken);
}
