using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users;

/// <summary>People go with their body: the same role, as far as before, in the successor. Nobody is given what they had not.</summary>
internal sealed class UserMove(AuditLog audit) : OrganisationMove
{
    public override int Order => 100;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var sources = shift.Sources;
        var roles = await db.Grants.AsNoTracking().Where(g => EF.Parameter(sources).Contains(g.OrganisationId)).GroupBy(g => g.Role).Select(g => new { Role = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        if (!shift.Whole)
        {
            var bound = roles.Where(r => GrantRules.Needs(r.Role) is var needed && needed != Responsibilities.None && shift.Passes(needed)).ToList();
            return Lines(new MoveLine("人员与授权", "凭这项职责授予的角色", bound.Sum(r => r.Count), MoveFate.Stays, $"{string.Join('、', bound.Select(r => $"{r.Role.ChineseName()} {r.Count} 人"))}。职责划走后不再有事可办，请安全管理员收回，或改授到承接单位。", IsWork: false));
        }

        var accounts = await db.Users.AsNoTracking().CountAsync(u => EF.Parameter(sources).Contains(u.OrganisationId) && u.DisabledAt == null, cancellationToken);
        var (fate, what) = shift.To is null ? (MoveFate.Ends, "立即停止生效；没有其他授权的人登录后会看到该找谁。") : (MoveFate.Moves, "角色和范围不变，改在承接单位生效；承接单位已有同一授权的合为一项。");
        return Lines(
            new MoveLine("人员与授权", "在用账号", accounts, shift.To is null ? MoveFate.Stays : MoveFate.Moves, shift.To is null ? "账号保留。" : "所属单位改为承接单位。", IsWork: false),
            new MoveLine("人员与授权", "授权", roles.Sum(r => r.Count), fate, what, IsWork: false));
    }

    public override async Task MoveAsync(BureauDbContext db, MoveAct act)
    {
        if (!act.Shift.Whole)
            return;
        var (sources, to) = (act.Shift.Sources, act.Shift.To!);
        var people = await db.Users.AsNoTracking().Where(u => EF.Parameter(sources).Contains(u.OrganisationId) || u.Grants.Any(g => EF.Parameter(sources).Contains(g.OrganisationId))).Select(u => u.Id).ToListAsync();
        foreach (var ids in people.Chunk(Batch))
        {
            foreach (var user in await db.Users.Include(u => u.Grants).Where(u => EF.Parameter(ids).Contains(u.Id)).ToListAsync())
                Move(db, user, sources, to, act);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private void Move(BureauDbContext db, BureauUser user, IReadOnlyList<Guid> sources, Organisation to, MoveAct act)
    {
        var moved = user.Grants.Where(g => sources.Contains(g.OrganisationId)).ToList();
        var held = user.Grants.Where(g => g.OrganisationId == to.Id).Select(g => g.Role).ToHashSet();
        // The widest first: of the same role in two bodies that become one, it is the one that stays.
        foreach (var grant in moved.OrderByDescending(g => g.Scope))
        {
            user.Grants.Remove(grant);
            db.Grants.Remove(grant);
            if (held.Add(grant.Role))
                db.Grants.Add(new UserGrant { Id = Guid.CreateVersion7(act.Now), UserId = user.Id, OrganisationId = to.Id, Role = grant.Role, Scope = grant.Scope });
        }

        if (sources.Contains(user.OrganisationId))
            user.OrganisationId = to.Id;
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        audit.Add(db, act.Actor, "users.Transfer", $"「{user.DisplayName}」（{user.UserName}）随机构调整划入「{to.Name}」", UserCase.Kind, user.Id.ToString(),
            after: new Dictionary<string, string>(StringComparer.Ordinal) { ["单位"] = to.Name, ["授权"] = string.Join('、', moved.Select(g => g.Role.ChineseName())), ["依据"] = act.Document });
    }
}
