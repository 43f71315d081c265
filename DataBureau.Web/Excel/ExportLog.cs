using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Excel;

/// <summary>What is written into the audit of an export: before the first byte what was asked for, after the last how it ended.</summary>
internal sealed class ExportLog(IServiceProvider services, string list, string title, ListQuery query, IReadOnlyList<ListFilter> filters, IEnumerable<string> columns)
{
    private readonly string _address = query.ToQueryString();
    private readonly List<string> _columns = [.. columns];

    /// <summary>The filter in words, as of the beginning: what it names may be called otherwise later.</summary>
    private string _words = FilterWords.None;

    private string Narrowed => _words == FilterWords.None ? string.Empty : $"；筛选：{_words}";

    /// <returns>Who takes it away.</returns>
    public async Task<Actor> BegunAsync()
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync())
            _words = await FilterWords.TextAsync(db, query, filters, _columns, default);
        return await AddAsync($"导出「{title}」{Narrowed}", new { Query = _address, Narrowed = _words, Columns = _columns }, succeeded: true);
    }

    public Task EndedAsync(RunningExport run) => run.IsWhole ? AddAsync($"导出「{title}」完成，共 {run.Rows} 行{Narrowed}", new { Query = _address, Narrowed = _words, run.Rows }, succeeded: true)
        : AddAsync($"导出「{title}」{(run.IsCancelled ? "已取消" : "中断")}，已写出 {run.Rows} 行{Narrowed}", new { Query = _address, Narrowed = _words, run.Rows, Outcome = run.IsCancelled ? "已取消" : "中断" }, succeeded: false);

    private async Task<Actor> AddAsync(string summary, object after, bool succeeded)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        if (await db.ReadActorAsync(await services.GetRequiredService<CurrentUser>().GetIdAsync(), default) is not { } actor)
            throw new InvalidOperationException("An export without a person.");
        services.GetRequiredService<AuditLog>().Add(db, actor, "export." + list, summary, "export", list, after: after, succeeded: succeeded);
        await db.SaveChangesAsync();
        return actor;
    }
}
