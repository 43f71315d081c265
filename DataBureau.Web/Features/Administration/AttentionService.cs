using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Features.Users.Matrix;
using DataBureau.Web.Files;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Administration;

/// <summary>What needs attention in the administration: each administrator sees what is theirs to see to.</summary>
public sealed class AttentionService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, GrantMatrixService grants, FileSettings files, TimeProvider clock)
{
    private const double NearlyFull = 0.9;

    private static readonly TimeSpan SealedWithin = TimeSpan.FromHours(1);
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>What is urgent first; within that in the order of the menu.</summary>
    public async Task<IReadOnlyList<AttentionItem>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || !actor.Holds(AdministrationPermissions.Overview))
            return [];
        var (now, found) = (clock.GetUtcNow(), new List<AttentionItem>());
        if (actor.Holds(AdministrationPermissions.Calendar))
            found.AddRange(await CalendarAsync(db, ChinaTime.DateOf(now), cancellationToken));
        if (actor.Holds(AdministrationPermissions.People))
            found.AddRange(await PeopleAsync(db, actor, now, cancellationToken));
        if (actor.Holds(AdministrationPermissions.PolicySwitches) && await db.Set<PolicySwitch>().CountAsync(s => s.State == PolicySwitchState.Proposed, cancellationToken) is > 0 and var waiting)
            found.Add(new AttentionItem("规则切换", "等待确认的规则切换", waiting, "由安全管理员确认或不予确认。", "/admin/jurisdictions", Tone.Attention));
        if (actor.Holds(AdministrationPermissions.TimeLimits))
            found.AddRange(await RemindersAsync(db, now, cancellationToken));
        if (actor.Holds(AdministrationPermissions.Organisations))
            found.AddRange(await StorageAsync(db, actor, cancellationToken));
        if (actor.Holds(AdministrationPermissions.Audit))
            found.Add(await SealsAsync(db, now, cancellationToken));
        return [.. found.OrderBy(i => i.Tone switch { Tone.Danger => 0, Tone.Attention => 1, _ => 2 })];
    }

    private static async Task<IReadOnlyList<AttentionItem>> CalendarAsync(BureauDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var (from, to) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year + 1, 12, 31));
        var years = await db.CalendarDays.AsNoTracking().Where(d => d.Date >= from && d.Date <= to).Select(d => d.Date.Year).Distinct().ToListAsync(cancellationToken);
        return
        [
            .. from year in new[] { today.Year, today.Year + 1 }
               where !years.Contains(year)
               select year == today.Year
                   ? new AttentionItem("工作日历", $"{year} 年没有节假日安排", null, "期限暂时不能按工作日计算，请立即导入国务院办公厅公布的放假安排。", "/admin/calendar", Tone.Danger)
                   : new AttentionItem("工作日历", $"{year} 年还没有节假日安排", null, "放假安排一般在上一年 11 月前后公布；公布后请及时导入，跨年的期限才能算准。", "/admin/calendar", today.Month >= 11 ? Tone.Attention : Tone.Info),
        ];
    }

    private async Task<IReadOnlyList<AttentionItem>> PeopleAsync(BureauDbContext db, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var users = db.Users.AsNoTracking().WithinReach(db, actor).Where(u => u.DisabledAt == null);
        var fresh = await users.CountAsync(u => db.UserClaims.Any(c => c.UserId == u.Id && c.ClaimType == MustChangePassword.ClaimType), cancellationToken);
        var locked = await users.CountAsync(u => u.LockoutEnd != null && u.LockoutEnd > now, cancellationToken);
        var idle = await users.CountAsync(u => !db.Grants.Any(g => g.UserId == u.Id && db.Organisations.Any(o => o.Id == g.OrganisationId && o.AbolishedAt == null)), cancellationToken);
        var gaps = (await grants.GapsAsync(new GrantFilter { Take = 1 }, cancellationToken)).Total;
        AttentionItem[] items =
        [
            new("用户", "缺少联络员、负责人或经办人的单位", gaps, "没有人担任的，单位的事项无法办理。", "/admin/grants/gaps", Tone.Attention),
            new("用户", "没有有效授权的在用账号", idle, "只能登录，不能办理业务；不再使用的请停用。", "/admin/users", Tone.Attention),
            new("用户", "本人还没有改过初始密码的账号", fresh, "可能从未登录，请确认初始密码已交到本人。", "/admin/users", Tone.Info),
            new("用户", "锁定的账号", locked, "连续输错密码；到时自动解锁，也可以由安全管理员解锁。", "/admin/users?status=Locked", Tone.Attention),
        ];
        return [.. items.Where(i => i.Count > 0)];
    }

    private static async Task<IReadOnlyList<AttentionItem>> RemindersAsync(BureauDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (since, yesterday) = (now - Lately, ChinaTime.DateOf(now).AddDays(-1));
        AttentionItem[] items =
        [
            new("局内时限", "没有人收到的提醒", await db.Reminders.CountAsync(r => r.Recipients == 0 && r.At > since, cancellationToken), "最近 30 天里，提醒时有关单位没有可以接收的人，请核对授权。", "/admin/grants/gaps", Tone.Attention),
            new("局内时限", "没有按时发出的提醒", await db.Deadlines.CountAsync(d => d.FinishedAt == null && d.RemindOn != null && d.RemindOn < yesterday, cancellationToken), "提醒程序可能没有运行，请检查服务器日志。", "/admin/time-limits", Tone.Danger),
        ];
        return [.. items.Where(i => i.Count > 0)];
    }

    private async Task<IReadOnlyList<AttentionItem>> StorageAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        var (within, limit) = (db.Organisations.WithinReach(actor, AdministrationPermissions.Organisations).Select(o => o.Id), (long)(files.QuotaBytes * NearlyFull));
        var full = await db.Attachments.AsNoTracking().Where(a => a.RemovedAt == null && within.Contains(a.OrganisationId)).GroupBy(a => a.OrganisationId).Where(g => g.Sum(a => a.Size) > limit).Select(g => g.Key).CountAsync(cancellationToken);
        return full == 0 ? [] : [new AttentionItem("附件", "附件空间快满的单位", full, $"已用超过 {FileSize.Text(files.QuotaBytes)} 的九成，满后不能再上传。", "/admin/organisations", Tone.Attention)];
    }

    /// <summary>Always said, also when all is well: the auditor has to know how far the chain reaches.</summary>
    private static async Task<AttentionItem> SealsAsync(BureauDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.Set<Audit.Sealing.AuditSeal>().AsNoTracking().OrderByDescending(s => s.Id).Select(s => new { s.LastId, s.At }).FirstOrDefaultAsync(cancellationToken);
        var oldest = await db.Audit.AsNoTracking().Where(a => last == null || a.Id > last.LastId).OrderBy(a => a.Id).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(cancellationToken);
        return oldest is { } at && now - at > SealedWithin
            ? new AttentionItem("审计", last is null ? "审计日志还没有封存" : "审计日志没有按时封存", null, "请检查是否配置了封存密钥；封存后用命令 verify-audit 校验。", "/audit", Tone.Danger)
            : new AttentionItem("审计", last is null ? "审计日志还没有需要封存的记录" : $"审计日志最近一次封存：{ChinaTime.Local(last.At):yyyy-MM-dd HH:mm}", null, "请定期用命令 verify-audit 校验，并另存校验值。", "/audit", Tone.Success);
    }
}
