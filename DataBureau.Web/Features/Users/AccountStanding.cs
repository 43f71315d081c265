using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users;

/// <summary>Tells a person who can do nothing why that is, and whom to ask.</summary>
public sealed class AccountStanding(IDbContextFactory<BureauDbContext> contexts, CurrentUser current)
{
    /// <returns>Null for whoever has a grant that counts.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { Grants.IsEmpty: true } actor)
            return null;
        var ended = await db.Organisations.AsNoTracking().Where(o => o.AbolishedAt != null && (o.Id == actor.OrganisationId || db.Grants.Any(g => g.UserId == actor.UserId && g.OrganisationId == o.Id)))
            .OrderBy(o => o.Name).Select(o => new { o.Name, Successor = db.Organisations.Where(s => s.Id == o.SuccessorId).Select(s => s.Name).FirstOrDefault() }).FirstOrDefaultAsync(cancellationToken);
        var whom = Role.SecurityAdmin.ChineseName();
        return ended is null ? $"您的账号还没有任何授权，不能办理业务。请联系本地{whom}授权。"
            : ended.Successor is { } successor ? $"「{ended.Name}」已经撤销，职责由「{successor}」承接，您在原单位的授权不再生效。请联系本地{whom}，在「{successor}」重新授权。"
            : $"「{ended.Name}」已经撤销，您在该单位的授权不再生效。请联系本地{whom}，在您现在的单位重新授权。";
    }
}
