using System.Runtime.CompilerServices;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users;

/// <summary>Accounts: see, open, rename, move. What opens and closes doors is in <see cref="UserAccess"/>.</summary>
public sealed class UserService(IDbContextFactory<BureauDbContext> contexts, UserCase cases, AccountFactory accounts, AuditLog audit, TimeProvider clock)
{
    // Identity's own name for the unique index.
    private const string NameIndex = "UserNameIndex";

    public async Task<Page<UserRow>> ListAsync(UserFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await cases.ActorAsync(db, cancellationToken) is not { } actor)
            return new Page<UserRow>([], 0);
        var now = clock.GetUtcNow();
        var found = db.Users.AsNoTracking().WithinReach(db, actor).Matching(filter, db, now);
        var total = await found.CountAsync(cancellationToken);
        return new Page<UserRow>(await found.Ordered(filter).Skip(filter.Skip).Take(filter.Take).AsRows(db, now).ToListAsync(cancellationToken), total);
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async IAsyncEnumerable<UserRow> StreamAsync(UserFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await cases.ActorAsync(db, cancellationToken) is not { } actor)
            yield break;
        var now = clock.GetUtcNow();
        await foreach (var row in db.Users.AsNoTracking().WithinReach(db, actor).Matching(filter, db, now).Ordered(filter).AsRows(db, now).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    /// <summary>The organisations that have accounts in the person's reach, for the filter.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OrganisationsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await cases.ActorAsync(db, cancellationToken) is not { } actor)
            return [];
        var ids = db.Users.WithinReach(db, actor).Select(u => u.OrganisationId);
        var found = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.RegionCode).ThenBy(o => o.Code).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        return [.. found.Select(o => (o.Id, o.Name))];
    }

    public Task<UserView?> FindAsync(Guid id, CancellationToken cancellationToken) => cases.FindAsync(id, cancellationToken);

    /// <summary>Opens an account. It can do nothing until something is granted.</summary>
    public async Task<Outcome<UserView>> CreateAsync(string? userName, string? displayName, Guid? organisationId)
    {
        (userName, displayName) = (userName?.Trim() ?? "", displayName?.Trim() ?? "");
        await using var db = await contexts.CreateDbContextAsync();
        if (await cases.ActorAsync(db, default) is not { } actor)
            return new Outcome<UserView>.NotFound();
        if (!actor.Holds(AdministrationPermissions.Accounts))
            return Refused(WorkflowRefusals.NotPermitted(AdministrationPermissions.Accounts));
        var organisation = await UserCase.OrganisationAsync(db, organisationId);
        Refusal?[] wrong = [await CheckUserNameAsync(db, userName), CheckDisplayName(displayName), UserCase.CheckPlace(actor, organisation)];
        if (OneOf(wrong) is { } refusal)
            return Refused(refusal);
        var (user, password) = accounts.Make(userName, displayName, organisation!.Id, clock.GetUtcNow());
        db.Users.Add(user);
        db.UserClaims.Add(MustChangePassword.New(user.Id));
        audit.Add(db, actor, "users.Create", $"新建用户「{displayName}」（{userName}）", UserCase.Kind, user.Id.ToString(), after: Fields(userName, displayName, organisation.Name));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, NameIndex))
        {
            return Refused(AccountRefusals.UserNameTaken(userName));
        }

        return new Outcome<UserView>.Done(await cases.ProjectAsync(db, user, actor, default) with { Issued = password }, $"已新建用户「{displayName}」。");
    }

    public Task<Outcome<UserView>> EditAsync(Guid id, string seenStamp, string? displayName, Guid? organisationId) => cases.ActAsync(id, seenStamp, AdministrationPermissions.Accounts, async (db, actor, user, _) =>
    {
        displayName = displayName?.Trim() ?? "";
        var organisation = await UserCase.OrganisationAsync(db, organisationId);
        if (OneOf([CheckDisplayName(displayName), organisationId == user.OrganisationId ? null : UserCase.CheckPlace(actor, organisation)]) is { } refusal)
            return refusal;
        if (displayName == user.DisplayName && organisation!.Id == user.OrganisationId)
            return ActResult.Done("内容没有变化。");
        var before = Fields(user.UserName!, user.DisplayName, (await UserCase.OrganisationAsync(db, user.OrganisationId))!.Name);
        (user.DisplayName, user.OrganisationId) = (displayName, organisation!.Id);
        audit.Add(db, actor, "users.Edit", $"修改用户「{displayName}」（{user.UserName}）", UserCase.Kind, id.ToString(), before, Fields(user.UserName!, displayName, organisation.Name));
        return ActResult.Done("已保存。");
    });

    private static Dictionary<string, string> Fields(string userName, string displayName, string organisation) =>
        new(StringComparer.Ordinal) { ["用户名"] = userName, ["姓名"] = displayName, ["单位"] = organisation };

    private static Outcome<UserView> Refused(Refusal refusal) => new Outcome<UserView>.Refused(refusal, null);

    internal static Refusal? CheckDisplayName(string name) =>
        name.Length == 0 ? AccountRefusals.DisplayNameRequired() : name.Length > BureauUser.NameLimit ? AccountRefusals.DisplayNameTooLong(BureauUser.NameLimit) : null;

    internal static Refusal? CheckUserName(string name, string allowed) =>
        name.Length == 0 ? AccountRefusals.UserNameRequired()
        : name.Length > AccountFactory.UserNameLimit ? AccountRefusals.UserNameTooLong(AccountFactory.UserNameLimit)
        : name.Any(c => !allowed.Contains(c, StringComparison.Ordinal)) ? AccountRefusals.UserNameCharacters()
        : null;

    private async Task<Refusal?> CheckUserNameAsync(BureauDbContext db, string name)
    {
        if (CheckUserName(name, accounts.AllowedCharacters) is { } refusal)
            return refusal;
        var normalized = accounts.Normalize(name);
        return await db.Users.AnyAsync(u => u.NormalizedUserName == normalized) ? AccountRefusals.UserNameTaken(name) : null;
    }

    /// <summary>All that is wrong at once: one refusal as it is, several under one sentence.</summary>
    private static Refusal? OneOf(IEnumerable<Refusal?> refusals) => refusals.OfType<Refusal>().ToList() switch
    {
        [] => null,
        [var one] => one,
        var several => new Refusal(several[0].Code, $"有 {several.Count} 处需要改正，改正后才能保存。") { Details = [.. several.SelectMany(r => r.Details)] },
    };
}
