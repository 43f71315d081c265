using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>The door to joint meetings: see, prepare, act, report what is done.</summary>
public sealed class MeetingService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, MeetingCase rules, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    public async Task<(Page<MeetingRow> Page, bool MayConvene)> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return (new Page<MeetingRow>([], 0), false);
        var rows = Rows(db, actor, MeetingPermissions.View, query);
        return (new Page<MeetingRow>(await rows.Skip(query.Skip).Take(query.PageSize).ToListAsync(cancellationToken), await rows.CountAsync(cancellationToken)), actor.Holds(MeetingPermissions.Convene));
    }

    public async IAsyncEnumerable<MeetingRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        await foreach (var row in Rows(db, actor, MeetingPermissions.Export, query).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    public async Task<MeetingView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && await rules.LoadAsync(db, id, cancellationToken) is { } meeting && rules.IsVisible(meeting, actor)
            ? await rules.ProjectAsync(db, meeting, actor, cancellationToken) : null;
    }

    /// <returns>The meeting that decided it; null when there is none, or not for this person.</returns>
    public async Task<Guid?> OfDecisionAsync(Guid followUpId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return null;
        return await MeetingCase.VisibleTo(db, actor, MeetingPermissions.View).Where(m => db.Set<FollowUp>().Any(f => f.Id == followUpId && f.MeetingId == m.Id)).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <param name="title">Of the meeting; the usual one of the year where nothing is said.</param>
    public async Task<Outcome<MeetingView>> CreateAsync(string? title = null)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<MeetingView>.NotFound();
        if (actor.Grants.FirstOrDefault(g => g.Permission == MeetingPermissions.Convene) is not { } grant)
            return new Outcome<MeetingView>.Refused(WorkflowRefusals.NotPermitted(MeetingPermissions.Convene), null);
        var now = clock.GetUtcNow();
        var named = string.IsNullOrWhiteSpace(title) ? MeetingWords.UsualTitle(now) : title.Trim();
        if (named.Length > MeetingContent.TitleLimit)
            return new Outcome<MeetingView>.Refused(MeetingRefusals.Field("TooLong", nameof(MeetingContent.Title), $"会议名称超过 {MeetingContent.TitleLimit} 字，请精简。"), null);
        var meeting = JointMeeting.Prepare(Guid.CreateVersion7(now), grant.OrganisationId, grant.RegionCode, named, now);
        db.JointMeetings.Add(meeting);
        Record(db, meeting, "新建", "joint-meeting.Create", null, actor, now);
        await db.SaveChangesAsync();
        return new Outcome<MeetingView>.Done(await rules.ProjectAsync(db, meeting, actor, default), "已建立会议，请填写议题和参会单位。");
    }

    public Task<Outcome<MeetingView>> SaveAsync(Guid id, int seenVersion, MeetingContent content) => ChangeAsync(id, seenVersion, "修改", "joint-meeting.Edit", "已保存。", async (db, meeting, actor, now) =>
    {
        var owners = content.FollowUps.Select(f => f.OwnerId).OfType<Guid>().Distinct().ToList();
        if (await db.Organisations.CountAsync(o => owners.Contains(o.Id) && o.RegionCode == meeting.RegionCode && o.AbolishedAt == null) < owners.Count)
            return (MeetingRefusals.Field("UnknownOwner", "FollowUps", "承办单位不在本辖区，或已撤销，请重新选择。"), null);
        List<Guid> invited = [.. content.Participants.Select(p => p.OrganisationId).OfType<Guid>().Except(meeting.Participants.Select(p => p.OrganisationId).OfType<Guid>()).Distinct()];
        if (await db.Organisations.CountAsync(o => EF.Parameter(invited).Contains(o.Id) && o.RegionCode == meeting.RegionCode && o.AbolishedAt == null) < invited.Count)
            return (MeetingRefusals.Field("UnknownParticipant", "Participants", "参会单位不在本辖区，或已撤销，请重新选择，或手工填写。"), null);
        var known = meeting.FollowUps.Select(f => f.Id).ToHashSet();
        var refusal = meeting.Edit(content, actor, now, () => Guid.CreateVersion7(now));
        db.AddRange(meeting.FollowUps.Where(f => !known.Contains(f.Id)));
        return (refusal, null);
    });

    /// <summary>The body that was given a task reports it done.</summary>
    public Task<Outcome<MeetingView>> ReportAsync(Guid id, int seenVersion, Guid followUpId, string? how) => ChangeAsync(id, seenVersion, "汇报落实", "joint-meeting.Report", "已汇报办结。", (_, meeting, actor, now) =>
    {
        var followUp = meeting.FollowUps.FirstOrDefault(f => f.Id == followUpId);
        return Task.FromResult<(Refusal?, string?)>(followUp is null ? (MeetingRefusals.NotYours("该事项"), null) : (meeting.Report(followUp, how, actor, now), $"{followUp.What}：{how}"));
    });

    public Task<Outcome<MeetingView>> ActAsync(Guid id, int seenVersion, MeetingAction action, string? comment, string? number = null) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, null, rules.ProjectAsync, number);

    private static IQueryable<MeetingRow> Rows(BureauDbContext db, Actor actor, Permission permission, ListQuery query)
    {
        var meetings = MeetingCase.VisibleTo(db, actor, permission);
        if (OfficerFilter.Named<MeetingState>(query.Filter("state")) is { } state)
            meetings = meetings.Where(m => m.State == state);
        return meetings.Having(query.Search, m => m.Title, m => m.MinutesNumber).OrderByDescending(m => m.UpdatedAt).ThenBy(m => m.Id).Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new MeetingRow(
            m.Id, m.Title, m.HeldOn, o.Name, m.State, m.MinutesNumber, m.FollowUpCount, m.OpenCount, m.UpdatedAt));
    }

    private async Task<Outcome<MeetingView>> ChangeAsync(Guid id, int seenVersion, string step, string action, string sentence, Func<BureauDbContext, JointMeeting, Actor, DateTimeOffset, Task<(Refusal? Refusal, string? Comment)>> change)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor || await rules.LoadAsync(db, id, default) is not { } meeting || !rules.IsVisible(meeting, actor))
            return new Outcome<MeetingView>.NotFound();
        if (meeting.Version != seenVersion)
            return await ConflictAsync(id);
        var now = clock.GetUtcNow();
        var (refusal, comment) = await change(db, meeting, actor, now);
        if (refusal is not null)
            return new Outcome<MeetingView>.Refused(refusal, await FindAsync(id, default));
        Record(db, meeting, step, action, comment, actor, now);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await rules.FollowClocksAsync(db, meeting, now);
            await transaction.CommitAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(id);
        }

        notifier.Publish(new CaseChanged(JointMeeting.CaseKind, id, meeting.Version, actor.Name));
        return new Outcome<MeetingView>.Done(await rules.ProjectAsync(db, meeting, actor, default), sentence);
    }

    private void Record(BureauDbContext db, JointMeeting meeting, string step, string action, string? comment, Actor actor, DateTimeOffset now)
    {
        db.History.Add(CaseHistory.Step(JointMeeting.CaseKind, meeting.Id, meeting.Version, step, meeting.Version == 1 ? null : meeting.State.ChineseName(), meeting.State.ChineseName(), comment, actor, now));
        audit.Add(db, actor, action, $"{step}「{meeting.Title}」", JointMeeting.CaseKind, meeting.Id.ToString(), after: new { meeting.Title, Comment = comment });
    }

    private async Task<Outcome<MeetingView>> ConflictAsync(Guid id) => await FindAsync(id, default) is { } fresh
        ? new Outcome<MeetingView>.Conflict(fresh, "保存前，本件已被其他人更新。请对照最新内容后再办理。") : new Outcome<MeetingView>.NotFound();
}
