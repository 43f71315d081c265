using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks;

/// <summary>An export of the catalogue with twenty columns of text, through the program's own endpoint code.</summary>
internal static class BenchExport
{
    public const string Name = "bench";

    public static void Map(IEndpointRouteBuilder app) => app.MapListExport(new ListExport<CatalogueRow>(Name, "数据目录", CataloguePermissions.Export, Columns, Rows));

    private static readonly IReadOnlyList<ListColumn<CatalogueRow>> Columns =
        [new("provider", "提供方", r => r.ProviderName), .. CatalogueFields.All.Take(19).Select(f => new ListColumn<CatalogueRow>(f.Key, f.Title, r => f.Text(r.Content, PolicyLibrary.Embedded.For(r.RegionCode))))];

    private static async IAsyncEnumerable<CatalogueRow> Rows(IServiceProvider services, ListQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync(cancellationToken);
        var actor = (await db.ReadActorAsync(await services.GetRequiredService<CurrentUser>().GetIdAsync(), cancellationToken))!;
        var filter = new CatalogueFilter { Search = query.Search, PageSize = int.MaxValue };
        await foreach (var row in db.CatalogueEntries.AsNoTracking().VisibleTo(actor, CataloguePermissions.Export).Matching(filter, db).Ordered(filter).AsRows(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }
}
