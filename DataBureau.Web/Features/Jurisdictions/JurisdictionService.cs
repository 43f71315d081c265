using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>Which rules are in force where: see, preview, propose, confirm. The system administrator proposes, the security administrator confirms.</summary>
public sealed class JurisdictionService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, PolicyLibrary policies, PolicySource source, AuditLog audit, TimeProvider clock)
{
    private static readonly Permission Seen = AdministrationPermissions.PolicySwitches;

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow());

    /// <summary>All switches in reach, the latest first: there are a few in years.</summary>
    public async Task<IReadOnlyList<PolicySwitchRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is { } actor ? await RowsAsync(db, Within(db, actor), cancellationToken) : [];
    }

    public async IAsyncEnumerable<PolicySwitchRow> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ListAsync(cancellationToken))
            yield return row;
    }

    public async Task<JurisdictionOptions> OptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return JurisdictionOptions.None;
        var regions = await db.Regions.AsNoTracking().WithinReach(actor, Seen).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var top = regions.Count == 0 ? RegionLevel.Nation : regions.Min(r => r.Level);
        return new JurisdictionOptions([.. regions.Select(r => new RegionChoice(r.Code, r.Name, r.Level - top))], [.. policies.Shipped.Select(p => (p.Key, p.Name))]);
    }

    public async Task<PolicySwitchPreview?> PreviewAsync(PolicySwitchContent content, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is { } actor ? await PreviewAsync(db, actor, content.Tidy(), cancellationToken) : null;
    }

    /// <returns>Null when there is no such switch, or not for this person.</returns>
    public async Task<PolicySwitchView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is { } actor && await Within(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is { } found ? await ProjectAsync(db, actor, found, cancellationToken) : null;
    }

    public async Task<Outcome<PolicySwitchView>> ProposeAsync(PolicySwitchContent content)
    {
        content = content.Tidy();
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor)
            return new Outcome<PolicySwitchView>.NotFound();
        if (!actor.Holds(AdministrationPermissions.ProposePolicy))
            return Refused(WorkflowRefusals.NotPermitted(AdministrationPermissions.ProposePolicy));
        if ((await PreviewAsync(db, actor, content, default)).Refusal is { } refusal)
            return Refused(refusal);
        var now = clock.GetUtcNow();
        var made = PolicySwitch.Propose(Guid.CreateVersion7(now), content, actor, now);
        db.Add(made);
        Record(db, actor, made, "Propose", "提出", null, content.Remark, now);
        return await SaveAsync(db, actor, made, "已提出，等待安全管理员确认。确认前仍按现行规则办理。");
    }

    /// <summary>On this node the rules change with the answer; on the others within seconds.</summary>
    public Task<Outcome<PolicySwitchView>> DecideAsync(Guid id, int seenVersion, bool confirm, string? comment) => ActAsync(id, seenVersion, async (db, actor, found, now) =>
    {
        if (!actor.Holds(AdministrationPermissions.ConfirmPolicy))
            return (WorkflowRefusals.NotPermitted(AdministrationPermissions.ConfirmPolicy), "");
        var preview = await PreviewAsync(db, actor, ContentOf(found), default, found.Id);
        if (confirm && preview.Refusal is { } stale)
            return (stale, "");
        if (found.Decide(confirm, comment, actor, now) is { } refusal)
            return (refusal, "");
        Record(db, actor, found, confirm ? "Confirm" : "Reject", confirm ? "确认" : "不予确认", PolicySwitchState.Proposed, comment, now);
        if (confirm)
            await PolicySource.TouchAsync(db);
        return (null, !confirm ? "已记录，不予确认。" : found.EffectiveFrom <= Today ? "已确认，新规则立即施行。" : $"已确认，{found.EffectiveFrom:yyyy-MM-dd} 起施行。");
    });

    public Task<Outcome<PolicySwitchView>> WithdrawAsync(Guid id, int seenVersion) => ActAsync(id, seenVersion, (db, actor, found, now) =>
    {
        if (!actor.Holds(AdministrationPermissions.ProposePolicy))
            return Task.FromResult<(Refusal?, string)>((WorkflowRefusals.NotPermitted(AdministrationPermissions.ProposePolicy), ""));
        if (found.Withdraw(actor, now) is { } refusal)
            return Task.FromResult<(Refusal?, string)>((refusal, ""));
        Record(db, actor, found, "Withdraw", "撤回", PolicySwitchState.Proposed, null, now);
        return Task.FromResult<(Refusal?, string)>((null, "已撤回。"));
    });

    private static PolicySwitchContent ContentOf(PolicySwitch found) => new(found.RegionCode, found.Section, found.From, found.EffectiveFrom, found.DocumentNumber, found.Remark);

    private static Outcome<PolicySwitchView> Refused(Refusal refusal, PolicySwitchView? view = null) => new Outcome<PolicySwitchView>.Refused(refusal, view);

    private static IQueryable<PolicySwitch> Within(BureauDbContext db, Actor actor)
    {
        var regions = db.Regions.WithinReach(actor, Seen);
        return db.Set<PolicySwitch>().Where(s => regions.Any(r => r.Code == s.RegionCode));
    }

    /// <param name="except">The switch itself, when it is looked at again.</param>
    private async Task<PolicySwitchPreview> PreviewAsync(BureauDbContext db, Actor actor, PolicySwitchContent content, CancellationToken cancellationToken, Guid? except = null)
    {
        var region = await db.Regions.AsNoTracking().WithinReach(actor, Seen).FirstOrDefaultAsync(r => r.Code == content.RegionCode, cancellationToken);
        if (PolicySwitchRules.Check(content) is { } wrong)
            return new PolicySwitchPreview(region?.Name ?? "", "", "", [], [], wrong);
        if (region is null)
            return new PolicySwitchPreview("", "", "", [], [], PolicySwitchRules.OutOfReach());
        if (content.From is not null && policies.Shipped.All(p => p.Key != content.From))
            return new PolicySwitchPreview(region.Name, "", "", [], [], PolicySwitchRules.UnknownPolicy());
        var (code, section) = (region.Code, content.Section!.Value);
        var now = (await PolicySource.InForceAsync(db, Today, cancellationToken, except)).ToList();
        var then = now.Where(c => c.Region != code || c.Section != section).ToList();
        if (content.From is { } from)
            then.Add(new PolicyChoice(code, section, from));
        var changes = RuleChanges.Of(policies.ForIf(code, now), policies.ForIf(code, then));
        var (touched, blocked) = await TouchedCases.ReadAsync(db, section, code, c => policies.ForIf(c, now), c => policies.ForIf(c, then), cancellationToken);
        var refusal = blocked ?? (changes.Count == 0 ? PolicySwitchRules.NothingChanges()
            : await db.Set<PolicySwitch>().AnyAsync(s => s.RegionCode == code && s.Section == section && s.State == PolicySwitchState.Proposed && s.Id != except, cancellationToken) ? PolicySwitchRules.OpenAlready(region.Name, section) : null);
        return new PolicySwitchPreview(region.Name, NameOf(now.Find(c => c.Region == code && c.Section == section)?.From), NameOf(content.From), changes, touched, refusal);
    }

    private string NameOf(string? key) => key is null ? "本辖区自己的规则" : policies.Shipped.FirstOrDefault(p => p.Key == key)?.Name ?? key;

    private async Task<IReadOnlyList<PolicySwitchRow>> RowsAsync(BureauDbContext db, IQueryable<PolicySwitch> switches, CancellationToken cancellationToken)
    {
        var found = await switches.AsNoTracking().OrderByDescending(s => s.ProposedAt).Join(db.Regions, s => s.RegionCode, r => r.Code, (s, r) => new { Switch = s, r.Name }).ToListAsync(cancellationToken);
        var inForce = (await PolicySource.LatestAsync(db, Today, cancellationToken)).Select(s => s.Id).ToHashSet();
        return [.. found.Select(f => new PolicySwitchRow(
            f.Switch.Id, f.Name, f.Switch.RegionCode, f.Switch.Section, NameOf(f.Switch.From), f.Switch.EffectiveFrom, f.Switch.DocumentNumber, f.Switch.State, inForce.Contains(f.Switch.Id), f.Switch.ProposedByName, f.Switch.ProposedAt, f.Switch.DecidedByName, f.Switch.DecidedAt))];
    }

    private async Task<PolicySwitchView> ProjectAsync(BureauDbContext db, Actor actor, PolicySwitch found, CancellationToken cancellationToken)
    {
        var waits = found.State == PolicySwitchState.Proposed;
        return new PolicySwitchView(
            found.Id, found.Version, (await RowsAsync(db, db.Set<PolicySwitch>().Where(s => s.Id == found.Id), cancellationToken))[0], found.Remark, await PreviewAsync(db, actor, ContentOf(found), cancellationToken, found.Id),
            waits && actor.Holds(AdministrationPermissions.ConfirmPolicy) && actor.UserId != found.ProposedById, waits && actor.Holds(AdministrationPermissions.ProposePolicy),
            await db.History.AsNoTracking().Where(h => h.CaseKind == PolicySwitch.CaseKind && h.CaseId == found.Id).OrderBy(h => h.CaseVersion).ToListAsync(cancellationToken));
    }

    private async Task<Outcome<PolicySwitchView>> ActAsync(Guid id, int seenVersion, Func<BureauDbContext, Actor, PolicySwitch, DateTimeOffset, Task<(Refusal? Refusal, string Sentence)>> act)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor || await Within(db, actor).FirstOrDefaultAsync(s => s.Id == id) is not { } found)
            return new Outcome<PolicySwitchView>.NotFound();
        if (found.Version != seenVersion)
            return await ConflictAsync(id);
        var (refusal, sentence) = await act(db, actor, found, clock.GetUtcNow());
        return refusal is null ? await SaveAsync(db, actor, found, sentence) : Refused(refusal, await ProjectAsync(db, actor, found, default));
    }

    private async Task<Outcome<PolicySwitchView>> SaveAsync(BureauDbContext db, Actor actor, PolicySwitch found, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, PolicySwitchConfiguration.OpenIndex))
        {
            return Refused(PolicySwitchRules.OpenAlready(found.RegionCode, found.Section));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(found.Id);
        }

        await source.RefreshAsync(default);
        return new Outcome<PolicySwitchView>.Done(await ProjectAsync(db, actor, found, default), sentence);
    }

    private void Record(BureauDbContext db, Actor actor, PolicySwitch found, string act, string word, PolicySwitchState? from, string? comment, DateTimeOffset now)
    {
        db.History.Add(CaseHistory.Step(PolicySwitch.CaseKind, found.Id, found.Version, word, from?.ChineseName(), found.State.ChineseName(), comment, actor, now));
        audit.Add(db, actor, $"{PolicySwitch.CaseKind}.{act}", $"{word}规则切换：{found.RegionCode}「{found.Section.ChineseName()}」→ {NameOf(found.From)}（{found.DocumentNumber}）", PolicySwitch.CaseKind, found.Id.ToString(), after: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["状态"] = found.State.ChineseName(), ["辖区代码"] = found.RegionCode, ["规则部分"] = found.Section.ChineseName(), ["采用规则"] = NameOf(found.From), ["施行日期"] = $"{found.EffectiveFrom:yyyy-MM-dd}", ["文号"] = found.DocumentNumber, ["意见"] = comment,
        });
    }

    private async Task<Outcome<PolicySwitchView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh ? new Outcome<PolicySwitchView>.Conflict(fresh, "本件刚刚已由其他人办理，您的操作没有执行。请按最新内容确认。") : new Outcome<PolicySwitchView>.NotFound();

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && actor.Holds(Seen) ? actor : null;
}
