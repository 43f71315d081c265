using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users;

/// <summary>An account that a new installation begins with.</summary>
public sealed record FirstAccount(string UserName, Role Role, OneTimePassword Password);

/// <summary>The beginning of an installation: its data authority and the three administrators, once, while there is nobody who could make them.</summary>
public sealed class Installation(IDbContextFactory<BureauDbContext> contexts, AccountFactory accounts, AuditLog audit, TimeProvider clock)
{
    public const string ActorName = "初始化命令";

    private static readonly (string UserName, Role Role)[] Administrators = [("sysadmin", Role.SystemAdmin), ("secadmin", Role.SecurityAdmin), ("auditadmin", Role.AuditAdmin)];

    public async Task<(IReadOnlyList<FirstAccount> Accounts, Refusal? Refusal)> RunAsync(OrganisationContent content)
    {
        content = content.Tidy() with { Responsibilities = Responsibilities.DataAuthority, Kind = OrganisationKind.GovernmentDepartment };
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Users.AnyAsync())
            return ([], new Refusal("AlreadyInitialised", "系统中已有用户，不能再初始化。请由安全管理员在「用户」中办理。"));
        // The command's own actor: one permission, named, and gone when it ends.
        var command = new Actor(Guid.Empty, ActorName, Guid.Empty, content.Name, [new Grant(AdministrationPermissions.Organisations, Guid.Empty, RegionCodes.Nation, GrantScope.All)]);
        if (await OrganisationCase.CheckAsync(db, command, content, null) is { } refusal)
            return ([], refusal);
        var now = clock.GetUtcNow();
        var organisation = OrganisationRules.Create(Guid.CreateVersion7(now), content, content.Code ?? (await ProvisionalCodes.OpenAsync(db, content.RegionCode, default)).Next());
        db.Organisations.Add(organisation);
        Record(db, "organisations.Create", $"初始化：登记单位「{content.Name}」", OrganisationCase.Kind, organisation.Id, OrganisationFields.ForAudit(OrganisationContent.Of(organisation)));
        var made = new List<FirstAccount>();
        foreach (var (userName, role) in Administrators)
        {
            var (user, password) = accounts.Make(userName, role.ChineseName(), organisation.Id, now);
            user.Grants.Add(new UserGrant { Id = Guid.CreateVersion7(now), UserId = user.Id, OrganisationId = organisation.Id, Role = role, Scope = GrantScope.All });
            db.Users.Add(user);
            db.UserClaims.Add(MustChangePassword.New(user.Id));
            Record(db, "users.Create", $"初始化：新建{role.ChineseName()}「{userName}」", UserCase.Kind, user.Id, new { 用户名 = userName, 角色 = role.ChineseName(), 范围 = GrantScope.All.ChineseName() });
            made.Add(new FirstAccount(userName, role, password));
        }

        await db.SaveChangesAsync();
        return (made, null);

        void Record(BureauDbContext context, string action, string summary, string kind, Guid id, object after) =>
            audit.Add(context, (Guid?)null, ActorName, content.Name, action, summary, kind, id.ToString(), after: after);
    }
}
