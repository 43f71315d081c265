using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace DataBureau.Web.Excel;

/// <summary>A list as it can be taken away: its columns, and its rows for an address.</summary>
/// <param name="Name">In the address: /export/{name}.xlsx.</param>
/// <param name="Title">Name of the sheet and of the file.</param>
/// <param name="Permission">Who may take it away; null for what is everybody's own.</param>
/// <param name="Columns">The same declaration that the page draws.</param>
/// <param name="Rows">The rows of the list's own query, in the caller's scope, streamed.</param>
public sealed record ListExport<TRow>(
    string Name, string Title, Permission? Permission, IReadOnlyList<ListColumn<TRow>> Columns, Func<IServiceProvider, ListQuery, CancellationToken, IAsyncEnumerable<TRow>> Rows);

public static class ListExportEndpoints
{
    /// <summary>GET /export/{list}.xlsx with the list's own query string: streamed, with the shown columns, audited at both ends.</summary>
    public static void MapListExport<TRow>(this IEndpointRouteBuilder app, ListExport<TRow> list) =>
        app.MapGet($"/export/{list.Name}.xlsx", (HttpContext context) => SendAsync(context, list)).RequireAuthorization(list.Permission is { } permission ? [permission.Key] : []);

    /// <summary>The columns of a list as columns of a sheet.</summary>
    public static IReadOnlyList<XlsxColumn<TRow>> ForExcel<TRow>(this IEnumerable<ListColumn<TRow>> columns) => [.. columns.Select(Column)];

    /// <summary>Writes the list of a query for the current user, with an audit row before the first byte and one after the last.</summary>
    /// <returns>The number of rows.</returns>
    public static async Task<long> WriteAsync<TRow>(this ListExport<TRow> list, IServiceProvider services, ListQuery query, Stream output, CancellationToken cancellationToken)
    {
        var shown = list.Columns.Where(c => query.Columns.IsDefaultOrEmpty ? c.ShownByDefault : query.Columns.Contains(c.Key)).ToList();
        var columns = shown.Count == 0 ? list.Columns : shown;
        await RecordAsync(services, list.Name, $"导出「{list.Title}」", new { Query = query.ToQueryString(), Columns = columns.Select(c => c.Title) });
        var count = await XlsxTableWriter.WriteAsync(output, new XlsxTable<TRow>(list.Title, columns.ForExcel()), list.Rows(services, query, cancellationToken), cancellationToken);
        await RecordAsync(services, list.Name, $"导出「{list.Title}」完成，共 {count} 行", new { Rows = count });
        return count;
    }

    private static async Task SendAsync<TRow>(HttpContext context, ListExport<TRow> list)
    {
        var now = ChinaTime.Local(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var name = $"{list.Title}-{now.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.xlsx";
        context.Response.ContentType = XlsxTableWriter.ContentType;
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name, FileName = $"{list.Name}.xlsx" }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        await list.WriteAsync(context.RequestServices, ListQuery.Parse(context.Request.QueryString.Value), context.Response.Body, context.RequestAborted);
    }

    private static async Task RecordAsync(IServiceProvider services, string list, string summary, object after)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        if (await db.ReadActorAsync(await services.GetRequiredService<CurrentUser>().GetIdAsync(), default) is not { } actor)
            throw new InvalidOperationException("An export without a person.");
        services.GetRequiredService<AuditLog>().Add(db, actor, "export." + list, summary, "export", list, after: after);
        await db.SaveChangesAsync();
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
