using DataBureau.Domain.Dashboard;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Makes the brief: its figures and its lists are of the same moment as each other, and the dashboard's own.</summary>
public sealed class BriefService(DashboardService dashboard, IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit)
{
    /// <returns>Null for a scope that the person's grants do not reach, and where <see cref="BriefPeriod.Problem"/> says what is wrong with the days.</returns>
    public Task<BriefView?> ReadAsync(ListQuery query, Permission permission, CancellationToken cancellationToken) => dashboard.ReadAsync(query, permission, async (r, place) =>
    {
        var period = r.Period;
        return new BriefView(
            await DashboardService.ViewAsync(r, place, cancellationToken), period, r.Actor.Name, await BriefReader.OverdueAsync(r, cancellationToken),
            await BriefReader.PublishedAsync(r, period, cancellationToken), await BriefReader.FiledAsync(r, period, cancellationToken),
            await BriefReader.RepliedAsync(r, period, cancellationToken), await BriefReader.ConcludedAsync(r, period, cancellationToken));
    }, cancellationToken);

    /// <summary>The same to be taken away, with an audit row before the first byte: the whole workbook is made by then, so that it can say how many rows leave.</summary>
    public async Task<BriefView?> TakeAsync(ListQuery query, CancellationToken cancellationToken) =>
        await ReadAsync(query, DashboardPermissions.Export, cancellationToken) is { } view && await RecordAsync(view, "", words => new { Query = query.ToQueryString(), Narrowed = words, view.Rows }, query, succeeded: true) ? view : null;

    /// <summary>It did not arrive.</summary>
    public Task StoppedAsync(BriefView view, ListQuery query) => RecordAsync(view, "已取消", words => new { Query = query.ToQueryString(), Narrowed = words, Rows = 0, Outcome = "已取消" }, query, succeeded: false);

    private async Task<bool> RecordAsync(BriefView view, string end, Func<string, object> after, ListQuery query, bool succeeded)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return false;
        var words = await FilterWords.TextAsync(db, query, [], [], default);
        audit.Add(db, actor, "export.dashboard-brief", $"导出数据工作简报：{view.Scope.Name}，{view.Period.Period.Text}{end}", "export", "dashboard-brief", after: after(words), succeeded: succeeded);
        await db.SaveChangesAsync();
        return true;
    }
}
