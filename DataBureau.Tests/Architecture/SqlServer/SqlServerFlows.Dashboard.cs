using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Dashboard;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Features.Dashboard;

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

    private static async Task DashboardAsync(SqlServerWorkbench w)
    {
        var service = w.Get<DashboardService>();
        w.Samples.Put(CatalogueTally.Of(new TallyKey(w.Organisation.Id, SqlServerWorkbench.Region, CatalogueState.Draft, true, SharingAttribute.Conditional, OpeningType.NotOpened), 3));
        foreach (var (scope, address) in Scopes(w))
        {
            w.Become(Role.Leader, scope);
            Assert.NotNull(await service.ReadAsync(address, default));
        }

        var region = ListQuery.Parse($"?scope={SqlServerWorkbench.Region}");
        Assert.NotEmpty(await service.RegionsAsync(region, default).ToListAsync());
        Assert.NotEmpty(await service.DepartmentsAsync(region, default).ToListAsync());
        Assert.NotEmpty(await service.FilingsAsync(region, default).ToListAsync());
        Assert.NotEmpty(await service.ComparisonAsync(region, default).ToListAsync());
        Assert.NotEmpty(await service.FiguresAsync(region, default).ToListAsync());
        await service.StagesAsync(region, default).ToListAsync();
        await service.StaysAsync(region, default).ToListAsync();
        Assert.NotNull(await service.StaysPageAsync(region, default));
        Assert.NotNull(await service.ChoicesAsync(region, default));
    }

    private static async Task BriefAsync(SqlServerWorkbench w)
    {
        foreach (var (scope, address) in Scopes(w))
        {
            w.Become(Role.Leader, scope);
            Assert.NotNull(await w.Get<BriefService>().ReadAsync(address, DashboardPermissions.View, default));
        }

        Assert.NotNull(await w.Get<BriefService>().TakeAsync(ListQuery.Parse("?period=LastMonth"), default));
    }

    private static IEnumerable<(GrantScope Scope, ListQuery Address)> Scopes(SqlServerWorkbench w) =>
    [
        (GrantScope.All, new ListQuery()), (GrantScope.Region, new ListQuery()), (GrantScope.Organisation, new ListQuery()), (GrantScope.Region, ListQuery.Parse($"?organisation={w.Organisation.Id}")),
    ];
}
