using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using Microsoft.Net.Http.Headers;

namespace DataBureau.Web.Excel;

/// <summary>A list as it can be taken away: its columns, and its rows for an address.</summary>
/// <param name="Name">In the address: /export/{name}.xlsx.</param>
/// <param name="Title">Name of the sheet and of the file.</param>
/// <param name="Permission">Who may take it away; null for what is everybody's own.</param>
/// <param name="Columns">The same declaration that the page draws.</param>
/// <param name="Rows">The rows of the list's own query, in the caller's scope, streamed.</param>
public sealed record ListExport<TRow>(
    string Name, string Title, Permission? Permission, IReadOnlyList<ListColumn<TRow>> Columns, Func<IServiceProvider, ListQuery, CancellationToken, IAsyncEnumerable<TRow>> Rows)
{
    public ExportKind Kind { get; init; } = ExportKind.List;

    /// <summary>The filters whose words are the list's own.</summary>
    public IReadOnlyList<ListFilter> Filters { get; init; } = [];

    /// <summary>Where the columns depend on who reads and on the query, those there are for them; null where they are always the same.</summary>
    public Func<IServiceProvider, ListQuery, CancellationToken, Task<IReadOnlyList<ListColumn<TRow>>>>? ColumnsFor { get; init; }

    /// <summary>What each row has several of, on a sheet of its own, where everything is asked for.</summary>
    public XlsxDetail<TRow>? Detail { get; init; }

    public string Address => $"/export/{Name}.xlsx";
}

public static class ListExportEndpoints
{
    /// <summary>In the address beside the list's own query: the number under which the page asks how far the export is.</summary>
    public const string RunKey = "run";

    /// <summary>In the address beside the list's own query: "1" takes every column away, whatever the page shows, and the sheet of details.</summary>
    public const string FullKey = "full";

    /// <summary>GET /export/{list}.xlsx with the list's own query string: streamed, with the shown columns, audited at both ends.</summary>
    public static void MapListExport<TRow>(this IEndpointRouteBuilder app, ListExport<TRow> list)
    {
        app.ServiceProvider.GetRequiredService<ExportRegistry>().Add(new RegisteredExport(list.Name, list.Title, list.Permission, list.Kind, list.Address) { Filters = list.Filters });
        app.MapGet(list.Address, (HttpContext context) => SendAsync(context, list)).RequireAuthorization(list.Permission is { } permission ? [permission.Key] : []).RequireRateLimiting(RequestLimits.Download);
    }

    /// <summary>The columns of a list as columns of a sheet.</summary>
    public static IReadOnlyList<XlsxColumn<TRow>> ForExcel<TRow>(this IEnumerable<ListColumn<TRow>> columns) => [.. columns.Select(Column)];

    /// <summary>Writes the list of a query for the current user, with an audit row before the first byte and one after the last, or after the one it was stopped at.</summary>
    /// <returns>The number of rows.</returns>
    public static async Task<long> WriteAsync<TRow>(this ListExport<TRow> list, IServiceProvider services, ListQuery query, Stream output, CancellationToken cancellationToken, Guid? watchedAs = null)
    {
        var (full, all) = (query.Filter(FullKey) == "1", list.ColumnsFor is { } columnsFor ? await columnsFor(services, query, cancellationToken) : list.Columns);
        if (full)
            query = query with { Columns = [] };
        var shown = all.Where(c => full || (query.Columns.IsDefaultOrEmpty ? c.ShownByDefault || c.ExportedByDefault : query.Columns.Contains(c.Key))).ToList();
        var columns = shown.Count == 0 ? all : shown;
        var log = new ExportLog(services, list.Name, list.Title, query, list.Filters, columns.Select(c => c.Title));
        var (actor, clock) = (await log.BegunAsync(), services.GetRequiredService<TimeProvider>());
        var run = services.GetRequiredService<RunningExports>().Start(watchedAs, actor.UserId, list.Title, cancellationToken);
        try
        {
            var (table, rows) = (new XlsxTable<TRow>(list.Title, columns.ForExcel()), CountedAsync(list.Rows(services, query.WithFilter(FullKey, null), run.Token), run));
            await (full && list.Detail is { } detail ? XlsxTableWriter.WriteAsync(output, table, detail, rows, run.Token) : XlsxTableWriter.WriteAsync(output, table, rows, run.Token));
            run.Finish(whole: true, clock.GetUtcNow());
        }
        finally
        {
            run.Finish(whole: run.IsWhole, clock.GetUtcNow());
            await log.EndedAsync(run);
            run.Dispose();
        }

        return run.Rows;
    }

    private static async IAsyncEnumerable<TRow> CountedAsync<TRow>(IAsyncEnumerable<TRow> rows, RunningExport run)
    {
        await foreach (var row in rows.WithCancellation(run.Token))
        {
            run.Count();
            yield return row;
        }
    }

    private static async Task SendAsync<TRow>(HttpContext context, ListExport<TRow> list)
    {
        var now = ChinaTime.Local(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var name = $"{list.Title}-{now.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.xlsx";
        context.Response.ContentType = XlsxTableWriter.ContentType;
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name, FileName = $"{list.Name}.xlsx" }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        var query = ListQuery.Parse(context.Request.QueryString.Value);
        Guid? watchedAs = Guid.TryParse(query.Filter(RunKey), CultureInfo.InvariantCulture, out var id) ? id : null;
        try
        {
            await list.WriteAsync(context.RequestServices, query.WithFilter(RunKey, null), context.Response.Body, context.RequestAborted, watchedAs);
        }
        catch (OperationCanceledException)
        {
            // Half a workbook must not pass for a whole one: the browser sees the connection break off.
            context.Abort();
        }
    }

    private static XlsxColumn<TRow> Column<TRow>(ListColumn<TRow> column)
    {
        var value = column.Value;
        return column.Kind switch
        {
            ColumnKind.Integer => XlsxColumn<TRow>.Integer(column.Title, column.ExcelWidth ?? 10, r => value(r) is { } v ? Convert.ToInt64(v, CultureInfo.InvariantCulture) : null),
            ColumnKind.Number => XlsxColumn<TRow>.Number(column.Title, column.ExcelWidth ?? 12, r => value(r) is { } v ? Convert.ToDecimal(v, CultureInfo.InvariantCulture) : null),
            ColumnKind.Date => XlsxColumn<TRow>.Date(column.Title, column.ExcelWidth ?? 12, r => value(r) switch { DateOnly d => d, DateTimeOffset t => ChinaTime.DateOf(t), _ => null }),
            ColumnKind.DateTime => XlsxColumn<TRow>.DateTime(column.Title, column.ExcelWidth ?? 17, r => value(r) is DateTimeOffset t ? ChinaTime.Local(t).DateTime : null),
            _ => XlsxColumn<TRow>.Text(column.Title, column.ExcelWidth ?? Math.Clamp((column.Width ?? 240) / 7.0, 8, 60), column.Text),
        };
    }
}
