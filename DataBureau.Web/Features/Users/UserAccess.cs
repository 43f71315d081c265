using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users;

/// <summary>What opens and closes doors: grants, disabling, unlocking, passwords. Nobody does any of it to themselves.</summary>
public sealed class UserAccess(UserCase cases, AccountFactory accounts, AuditLog audit)
{
    public Task<Outcome<UserView>> GrantAsync(Guid id, string seenStamp, Guid? organisationId, Role role, GrantScope scope) => cases.ActAsync(id, seenStamp, AdministrationPermissions.Users, async (db, actor, user, now) =>
    {
        if (await UserCase.OrganisationAsync(db, organisationId) is not { } organisation)
            return AccountRefusals.OrganisationRequired();
        if (user.DisabledAt is not null)
            return AccountRefusals.Disabled("授权");
        if (user.Grants.Exists(g => g.OrganisationId == organisation.Id && g.Role == role))
            return AccountRefusals.GrantExists(organisation.Name, role);
        if (GrantRules.Check(actor, user.Id, [.. user.Grants.Select(g => g.Role)], organisation, role, scope) is { } refusal)
            return refusal;
        var before = await GrantsAsync(db, user);
        db.Grants.Add(new UserGrant { Id = Guid.CreateVersion7(now), UserId = user.Id, OrganisationId = organisation.Id, Role = role, Scope = scope });
        Record(db, actor, user, "Grant", $"授予「{user.DisplayName}」在「{organisation.Name}」的「{role.ChineseName()}」（{scope.ChineseName()}）", Of("授权", before), Of("授权", await GrantsAsync(db, user)));
        return ActResult.Done($"已授予「{role.ChineseName()}」，立即生效。");
    });

    public Task<Outcome<UserView>> RevokeAsync(Guid id, string seenStamp, Guid grantId) => cases.ActAsync(id, seenStamp, AdministrationPermissions.Users, async (db, actor, user, _) =>
    {
        if (actor.UserId == user.Id)
            return AccountRefusals.Own("改变");
        if (user.Grants.Find(g => g.Id == grantId) is not { } grant || await UserCase.OrganisationAsync(db, grant.OrganisationId) is not { } organisation)
            return ActResult.Done("该授权已经收回。");
        if (!GrantRules.Covers(actor, organisation.Id, organisation.RegionCode, grant.Scope))
            return AccountRefusals.ScopeBeyondReach(grant.Scope);
        var before = await GrantsAsync(db, user);
        user.Grants.Remove(grant);
        db.Grants.Remove(grant);
        Record(db, actor, user, "Revoke", $"收回「{user.DisplayName}」在「{organisation.Name}」的「{grant.Role.ChineseName()}」", Of("授权", before), Of("授权", await GrantsAsync(db, user)));
        return ActResult.Done($"已收回「{grant.Role.ChineseName()}」，立即生效。");
    });

    /// <summary>With a new stamp the cookie dies, and a live circuit is asked within the revalidation time; acts are refused at once.</summary>
    public Task<Outcome<UserView>> DisableAsync(Guid id, string seenStamp) => ActAsync(id, seenStamp, "停用", (db, actor, user, now) =>
    {
        if (user.DisabledAt is not null)
            return AccountRefusals.AlreadyDisabled();
        (user.DisabledAt, user.SecurityStamp) = (now, AccountFactory.NewStamp());
        Record(db, actor, user, "Disable", $"停用账号「{user.DisplayName}」（{user.UserName}）", Of("状态", UserStatus.Normal.ChineseName()), Of("状态", UserStatus.Disabled.ChineseName()));
        return ActResult.Done($"已停用「{user.DisplayName}」。该用户不能再登录，已打开的页面也不能再办理业务。");
    });

    public Task<Outcome<UserView>> EnableAsync(Guid id, string seenStamp) => ActAsync(id, seenStamp, "启用", (db, actor, user, _) =>
    {
        if (user.DisabledAt is null)
            return AccountRefusals.NotDisabled();
        user.DisabledAt = null;
        Record(db, actor, user, "Enable", $"启用账号「{user.DisplayName}」（{user.UserName}）", Of("状态", UserStatus.Disabled.ChineseName()), Of("状态", UserStatus.Normal.ChineseName()));
        return ActResult.Done($"已启用「{user.DisplayName}」，原有授权恢复生效。");
    });

    public Task<Outcome<UserView>> UnlockAsync(Guid id, string seenStamp) => ActAsync(id, seenStamp, "解锁", (db, actor, user, now) =>
    {
        if (!(user.LockoutEnd > now))
            return AccountRefusals.NotLocked();
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        Record(db, actor, user, "Unlock", $"解锁账号「{user.DisplayName}」（{user.UserName}）", Of("状态", UserStatus.Locked.ChineseName()), Of("状态", UserStatus.Normal.ChineseName()));
        return ActResult.Done($"已解锁「{user.DisplayName}」，可以重新登录。");
    });

    /// <summary>Whoever sets a password could sign in with it: so only within one's own reach, whatever the account holds.</summary>
    public Task<Outcome<UserView>> ResetPasswordAsync(Guid id, string seenStamp) => cases.ActAsync(id, seenStamp, AdministrationPermissions.Users, async (db, actor, user, _) =>
    {
        if (actor.UserId == user.Id)
            return AccountRefusals.OwnPassword();
        if (user.DisabledAt is not null)
            return AccountRefusals.Disabled("重置密码");
        foreach (var grant in user.Grants)
        {
            if (await UserCase.OrganisationAsync(db, grant.OrganisationId) is not { } organisation || !GrantRules.Covers(actor, organisation.Id, organisation.RegionCode, grant.Scope))
                return AccountRefusals.AccountBeyondReach();
        }

        var password = accounts.IssuePassword(user);
        await MustChangePassword.DemandAsync(db, user.Id);
        Record(db, actor, user, "reset-password", $"重置「{user.DisplayName}」（{user.UserName}）的密码", null, null);
        return ActResult.Done($"已重置「{user.DisplayName}」的密码，原密码和已登录的会话随即失效。", password);
    });

    private static Dictionary<string, string> Of(string title, string value) => new(StringComparer.Ordinal) { [title] = value };

    /// <summary>All the grants in words, for the audit.</summary>
    private static async Task<string> GrantsAsync(BureauDbContext db, BureauUser user)
    {
        var ids = user.Grants.Select(g => g.OrganisationId).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name);
        return string.Join('；', user.Grants.Select(g => $"{names[g.OrganisationId]} · {g.Role.ChineseName()} · {g.Scope.ChineseName()}").Order(StringComparer.Ordinal));
    }

    private Task<Outcome<UserView>> ActAsync(Guid id, string seenStamp, string word, Func<BureauDbContext, Actor, BureauUser, DateTimeOffset, ActResult> act) =>
        cases.ActAsync(id, seenStamp, AdministrationPermissions.Users, (db, actor, user, now) => Task.FromResult(actor.UserId == user.Id ? AccountRefusals.Own(word) : act(db, actor, user, now)));

    private void Record(BureauDbContext db, Actor actor, BureauUser user, string act, string summary, object? before, object? after) =>
        audit.Add(db, actor, "users." + act, summary, UserCase.Kind, user.Id.ToString(), before, after);
}
