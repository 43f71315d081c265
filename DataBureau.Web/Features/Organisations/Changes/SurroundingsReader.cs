using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>Reads what the tabs of an organisation's page show.</summary>
internal static class SurroundingsReader
{
    public static async Task<OrganisationSurroundings> ReadAsync(BureauDbContext db, Organisation organisation, IReadOnlyList<MoveLine> work, CancellationToken cancellationToken)
    {
        var id = organisation.Id;
        var names = await db.Set<FormerName>().AsNoTracking().Where(n => n.OrganisationId == id).OrderByDescending(n => n.Until).Select(n => new FormerNameRow(n.Name, n.From, n.Until, n.DocumentNumber)).ToListAsync(cancellationToken);
        var people = await db.Users.AsNoTracking().Where(u => u.OrganisationId == id || u.Grants.Any(g => g.OrganisationId == id)).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new { u.Id, u.DisplayName, u.UserName, Active = u.DisabledAt == null, Roles = u.Grants.Where(g => g.OrganisationId == id).Select(g => g.Role).ToList() }).ToListAsync(cancellationToken);
        var kin = await db.Organisations.AsNoTracking().Where(o => o.Id == organisation.SuccessorId || o.SuccessorId == id).OrderBy(o => o.Code).Select(o => new { Body = new ChangeBody(o.Id, o.Name, o.Version, o.Responsibilities), o.SuccessorId }).ToListAsync(cancellationToken);
        return new OrganisationSurroundings(
            names, [.. people.Select(p => new OrganisationPerson(p.Id, p.DisplayName, p.UserName!, p.Active, string.Join('、', p.Roles.Order().Select(r => r.ChineseName()))))],
            [.. work.Where(l => l.IsWork)], kin.FirstOrDefault(k => k.Body.Id == organisation.SuccessorId)?.Body, [.. kin.Where(k => k.SuccessorId == id).Select(k => k.Body)]);
    }
}
