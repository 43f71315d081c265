using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Notifications;

/// <summary>One group of events in a person's settings.</summary>
public sealed record NotificationChoice(NotificationCategory Category, bool On);

/// <summary>Which events a person is told of in the program. They hold for what is written from then on.</summary>
public sealed class NotificationSettingService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, TimeProvider clock)
{
    public async Task<IReadOnlyList<NotificationChoice>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, await current.GetIdAsync() ?? Guid.Empty, cancellationToken);
    }

    /// <summary>Turns a group on or off; what is already so stays so.</summary>
    public async Task<Outcome<IReadOnlyList<NotificationChoice>>> SetAsync(NotificationCategory category, bool on)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<IReadOnlyList<NotificationChoice>>.NotFound();
        if (!on && category.IsMandatory())
            return new Outcome<IReadOnlyList<NotificationChoice>>.Refused(
                new Refusal("NotificationMandatory", $"「{category.ChineseName()}」提醒关系到法定职责和局内时限，不能关闭。"), await ReadAsync(db, actor.UserId, default));
        var mute = await db.NotificationMutes.FirstOrDefaultAsync(m => m.UserId == actor.UserId && m.Category == category);
        if (mute is null != on)
        {
            if (on)
                db.NotificationMutes.Remove(mute!);
            else
                db.NotificationMutes.Add(new NotificationMute { UserId = actor.UserId, Category = category, At = clock.GetUtcNow() });
            audit.Add(db, actor, on ? "setting.Unmute" : "setting.Mute", $"{(on ? "打开" : "关闭")}「{category.ChineseName()}」通知", "setting", $"notifications/{actor.UserId}");
            try
            {
                await db.SaveChangesAsync();
            }
            catch (Exception ex) when (LostRace.Is(ex))
            {
                // Another tab did the same a moment ago.
            }
        }

        return new Outcome<IReadOnlyList<NotificationChoice>>.Done(await ReadAsync(db, actor.UserId, default), $"已{(on ? "打开" : "关闭")}「{category.ChineseName()}」通知。");
    }

    private static async Task<IReadOnlyList<NotificationChoice>> ReadAsync(BureauDbContext db, Guid user, CancellationToken cancellationToken)
    {
        var muted = await db.NotificationMutes.AsNoTracking().Where(m => m.UserId == user).Select(m => m.Category).ToListAsync(cancellationToken);
        return [.. Enum.GetValues<NotificationCategory>().Select(c => new NotificationChoice(c, c.IsMandatory() || !muted.Contains(c)))];
    }
}
