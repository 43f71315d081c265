using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace DataBureau.Web.Excel;

/// <summary>What was taken away, for the audit.</summary>
/// <param name="Action">"export.plan-form".</param>
/// <param name="Summary">导出规划备案表「…」.</param>
/// <param name="Kind">Kind of the case.</param>
/// <param name="Id">The case; null for a form that lists several.</param>
public sealed record FormTaken(string Action, string Summary, string Kind, Guid? Id);

/// <summary>Sends workbooks as downloads.</summary>
public static class WorkbookResponse
{
    /// <summary>Sends a form and disposes it; the audit row is written before the first byte, and another when it did not arrive.</summary>
    public static async Task<IResult> SendFormAsync(this HttpContext context, FormWorkbook form, string name, FormTaken taken)
    {
        using (form)
        {
            var services = context.RequestServices;
            if (!await RecordAsync(services, taken, taken.Summary, new { Rows = 1 }, succeeded: true))
                return Results.NotFound();
            try
            {
                return await context.SendXlsxAsync(name, output => form.SaveAsync(output, context.RequestAborted));
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                await RecordAsync(services, taken, $"{taken.Summary}已取消", new { Rows = 0, Outcome = "已取消" }, succeeded: false);
                return Results.Empty;
            }
        }
    }

    /// <summary>Sends a workbook under a Chinese name.</summary>
    public static async Task<IResult> SendXlsxAsync(this HttpContext context, string name, Func<Stream, Task> write)
    {
        context.Response.ContentType = XlsxTableWriter.ContentType;
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name, FileName = "workbook.xlsx" }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        await write(context.Response.Body);
        return Results.Empty;
    }

    private static async Task<bool> RecordAsync(IServiceProvider services, FormTaken taken, string summary, object after, bool succeeded)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        if (await db.ReadActorAsync(await services.GetRequiredService<CurrentUser>().GetIdAsync(), default) is not { } actor)
            return false;
        services.GetRequiredService<AuditLog>().Add(db, actor, taken.Action, summary, taken.Kind, taken.Id?.ToString(), after: after, succeeded: succeeded);
        await db.SaveChangesAsync();
        return true;
    }
}
