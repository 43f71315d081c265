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
    /// <returns>Null for a scope that the person's grants do not reach.</returns>
    public Task<BriefView?> ReadAsync(ListQuery query, Permission permission, CancellationToken cancellationToken) => dashboard.ReadAsync(query, permission, async (r, place) =>
    {
        var period = BriefPeriod.Read(query, r.Today);
        return new BriefView(
            await DashboardService.ViewAsync(r, place, period.Period, period.Word, cancellationToken), period, r.Actor.Name, await BriefReader.OverdueAsync(r, cancellationToken),
            await BriefReader.PublishedAsync(r, period, cancellationToken), await BriefReader.FiledAsync(r, period, cancellationToken));
    }, cancellationToken);

    /// <summary>The same to be taken away, with an audit row before the first byte.</summary>
    public async Task<BriefView?> TakeAsync(ListQuery query, CancellationToken cancellationToken)
    {
        if (await ReadAsync(query, DashboardPermissions.Export, cancellationToken) is not { } view)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return null;
        audit.Add(db, actor, "export.dashboard-brief", $"导出数据工作简报：{view.Scope.Name}，{view.Period.Period.Text}", "export", "dashboard-brief", after: new { Query = query.ToQueryString() });
        await db.SaveChangesAsync(cancellationToken);
        return view;
    }
}
