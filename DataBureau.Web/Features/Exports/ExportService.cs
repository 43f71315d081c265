using System.Runtime.CompilerServices;
using System.Text.Json;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Exports;

/// <summary>What a person may take away, and what that person took: out of the audit, the own rows only.</summary>
public sealed class ExportService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, ExportRegistry registry)
{
    /// <summary>How an audit row of an export that has ended differs from one of an export that began.</summary>
    private const string Ended = "\"rows\":";

    public async Task<IReadOnlyList<RegisteredExport>> AvailableAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor ? []
            : [.. registry.All.Where(e => e.Permission is null || actor.Holds(e.Permission))];
    }

    /// <summary>Newest first.</summary>
    public async Task<Page<TakenExport>> TakenAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = Own(db, await current.GetIdAsync());
        var rows = await own.OrderByDescending(a => a.Id).Skip(query.Skip).Take(query.PageSize).ToListAsync(cancellationToken);
        return new Page<TakenExport>([.. rows.Select(Row)], await own.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<TakenExport> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var row in Own(db, await current.GetIdAsync()).OrderByDescending(a => a.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return Row(row);
    }

    private static IQueryable<AuditRow> Own(BureauDbContext db, Guid? user) =>
        db.Audit.AsNoTracking().Where(a => a.UserId == user && a.Action.StartsWith("export.") && a.After!.Contains(Ended));

    private TakenExport Row(AuditRow row)
    {
        using var after = JsonDocument.Parse(row.After!);
        var said = after.RootElement;
        var name = row.Action["export.".Length..];
        // A form names its case in the summary; a list only repeats what stands in the other columns.
        var list = registry.All.FirstOrDefault(e => e.Name == name && e.Kind != ExportKind.Form);
        var narrowed = said.TryGetProperty("narrowed", out var words) ? words.GetString()! : said.TryGetProperty("query", out var address) ? FilterWords.Text(ListQuery.Parse(address.GetString()), list?.Filters ?? []) : string.Empty;
        return new TakenExport(row.Id, row.At, list?.Title ?? row.Summary, narrowed, said.GetProperty("rows").GetInt64(), said.TryGetProperty("outcome", out var outcome) ? outcome.GetString()! : "完成");
    }
}
