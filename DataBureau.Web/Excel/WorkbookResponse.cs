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
/// <param name="Id">The case.</param>
public sealed record FormTaken(string Action, string Summary, string Kind, Guid Id);

/// <summary>Sends workbooks as downloads.</summary>
public static class WorkbookResponse
{
    /// <summary>Sends a form and disposes it; the audit row is written before the first byte.</summary>
    public static async Task<IResult> SendFormAsync(this HttpContext context, FormWorkbook form, string name, FormTaken taken)
    {
        using (form)
        {
            var services = context.RequestServices;
            await using (var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync())
            {
                if (await db.ReadActorAsync(await services.GetRequiredService<CurrentUser>().GetIdAsync(), default) is not { } actor)
                    return Results.NotFound();
                services.GetRequiredService<AuditLog>().Add(db, actor, taken.Action, taken.Summary, taken.Kind, taken.Id.ToString());
                await db.SaveChangesAsync();
            }

            return await context.SendXlsxAsync(name, output => form.SaveAsync(output, context.RequestAborted));
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
}
