using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users;

/// <summary>What an act on an account said: a refusal, or a sentence and perhaps a password to hand over.</summary>
internal sealed record ActResult(Refusal? Refusal, string Sentence = "", OneTimePassword? Issued = null)
{
    public static implicit operator ActResult(Refusal refusal) => new(refusal);

    public static ActResult Done(string sentence, OneTimePassword? issued = null) => new(null, sentence, issued);
}

/// <summary>The one path of every act on an account: actor re-read, account within reach, stamp as seen, one save.</summary>
public sealed class UserCase(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, TimeProvider clock)
{
    public const string Kind = "user";

    public async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) => await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken);

    /// <returns>Null when there is no such account, or not for this person.</returns>
    public async Task<UserView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is { } actor && await LoadAsync(db, actor, id, cancellationToken) is { } user
            ? await ProjectAsync(db, user, actor, cancellationToken)
            : null;
    }

    internal async Task<Outcome<UserView>> ActAsync(Guid id, string seenStamp, Permission permission, Func<BureauDbContext, Actor, BureauUser, DateTimeOffset, Task<ActResult>> act)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor || await LoadAsync(db, actor, id, default) is not { } user)
            return new Outcome<UserView>.NotFound();
        if (!await HoldsAsync(db, actor, permission, user))
            return new Outcome<UserView>.Refused(WorkflowRefusals.NotPermitted(permission), await ProjectAsync(db, user, actor, default));
        if (user.ConcurrencyStamp != seenStamp)
            return await ConflictAsync(id);
        var result = await act(db, actor, user, clock.GetUtcNow());
        if (result.Refusal is { } refusal)
            return new Outcome<UserView>.Refused(refusal, await ProjectAsync(db, user, actor, default));
        // Grants are rows of their own: with the account's stamp renewed, two who grant at once cannot both succeed.
        if (db.ChangeTracker.HasChanges())
            user.ConcurrencyStamp = Guid.NewGuid().ToString();
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(id);
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex))
        {
            // The index on (user, organisation, role): somebody granted the same first.
            return await ConflictAsync(id);
        }

        return new Outcome<UserView>.Done(await ProjectAsync(db, user, actor, default) with { Issued = result.Issued }, result.Sentence);
    }

    internal async Task<UserView> ProjectAsync(BureauDbContext db, BureauUser user, Actor actor, CancellationToken cancellationToken)
    {
        var ids = user.Grants.Select(g => g.OrganisationId).Append(user.OrganisationId).Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var now = clock.GetUtcNow();
        var status = user.DisabledAt is not null ? UserStatus.Disabled : user.LockoutEnd > now ? UserStatus.Locked : UserStatus.Normal;
        var mustChange = await db.UserClaims.AnyAsync(c => c.UserId == user.Id && c.ClaimType == MustChangePassword.ClaimType, cancellationToken);
        return new UserView(user.Id, user.ConcurrencyStamp!, user.UserName!, user.DisplayName, user.OrganisationId, organisations[user.OrganisationId].Name, status,
            status == UserStatus.Locked ? user.LockoutEnd : null, user.DisabledAt, user.CreatedAt, mustChange, user.Id == actor.UserId,
            actor.Holds(AdministrationPermissions.Accounts, GrantRules.LocationOf(organisations[user.OrganisationId])), actor.Holds(AdministrationPermissions.Users, GrantRules.LocationOf(organisations[user.OrganisationId])),
            [.. user.Grants.Select(g => Row(g, organisations[g.OrganisationId], user, actor)).OrderBy(g => g.OrganisationName, StringComparer.Ordinal).ThenBy(g => g.Role)]);
    }

    internal static Task<Organisation?> OrganisationAsync(BureauDbContext db, Guid? id) => db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id);

    /// <summary>What stands in the way of an account's belonging there, or null.</summary>
    internal static Refusal? CheckPlace(Actor actor, Organisation? organisation) =>
        organisation is null ? AccountRefusals.OrganisationRequired()
        : !actor.Holds(AdministrationPermissions.Accounts, GrantRules.LocationOf(organisation)) ? AccountRefusals.OrganisationOutOfReach()
        : organisation.AbolishedAt is not null ? AccountRefusals.OrganisationAbolished(organisation.Name)
        : null;

    private static async Task<bool> HoldsAsync(BureauDbContext db, Actor actor, Permission permission, BureauUser user) =>
        await OrganisationAsync(db, user.OrganisationId) is { } home && actor.Holds(permission, GrantRules.LocationOf(home));

    private static Task<BureauUser?> LoadAsync(BureauDbContext db, Actor actor, Guid id, CancellationToken cancellationToken) =>
        db.Users.WithinReach(db, actor).Include(u => u.Grants).FirstOrDefaultAsync(u => u.Id == id, cancellationToken);

    private static GrantRow Row(UserGrant grant, Organisation organisation, BureauUser user, Actor actor) =>
        new(grant.Id, grant.OrganisationId, organisation.Name, organisation.AbolishedAt is not null, grant.Role, grant.Scope,
            user.Id != actor.UserId && GrantRules.Covers(actor, organisation.Id, organisation.RegionCode, grant.Scope));

    private async Task<Outcome<UserView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<UserView>.Conflict(fresh, "办理前，该账号已被其他人修改或刚刚登录失败过。页面已换成最新内容，请核对后再办理。")
            : new Outcome<UserView>.NotFound();
}
