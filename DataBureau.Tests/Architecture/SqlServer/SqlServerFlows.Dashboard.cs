using DataBureau.Domain.Catalogue;
using DataBureau.Web.Features.Catalogue.Tallies;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static async Task CompactAsync(SqlServerWorkbench w)
    {
        // Every answer is the one sample: the rows that are deleted are not all that were read, and it gives up.
        w.Samples.Put(CatalogueTally.Of(new TallyKey(w.Organisation.Id, SqlServerWorkbench.Region, CatalogueState.Draft, true, null, OpeningType.NotOpened), 3));
        w.Log.RowsAffected = 0;
        Assert.Equal(0, await w.Get<TallyCompactor>().RunAsync(default));
        w.Log.RowsAffected = 1;
        await using var db = w.OpenDb();
        await db.InsertManyAsync([CatalogueTally.Of(new TallyKey(w.Organisation.Id, SqlServerWorkbench.Region, CatalogueState.Draft, true, null, null), 3, merged: true)], default);
        await db.SetUpAsync(default);
    }

    private static async Task TalliesAsync(SqlServerWorkbench w)
    {
        w.PutEntry();
        Assert.NotEmpty(await w.Get<TallyCheck>().DifferencesAsync(default));
        await w.Get<TallyCheck>().RebuildAsync(default);
    }
}
