using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Papers of an appointment: the unit supplies them while it may; the receiving office reads them.</summary>
internal sealed class OfficerFiles : CaseFiles
{
    public override string Kind => OfficerAppointment.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.Officers.AsNoTracking().VisibleTo(actor, OfficerPermissions.View).Where(a => a.Id == caseId)
            .Join(db.Organisations, a => a.OrganisationId, o => o.Id, (a, o) => new { a.State, a.Post, a.Content.PersonName, a.OrganisationId, a.RegionCode, a.RecipientId, o.Name }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var (own, open) = (actor.Holds(OfficerPermissions.Nominate, new CaseLocation(found.OrganisationId, found.RegionCode, found.RecipientId)), OfficerWorkflow.MaterialsOpen(found.State));
        var asked = found.State != OfficerState.Supplementing ? null : await db.Set<SupplementRound>().AsNoTracking()
            .Where(r => r.CaseKind == Kind && r.CaseId == caseId && r.AnsweredAt == null).OrderByDescending(r => r.Round).FirstOrDefaultAsync(cancellationToken);
        return new CaseFileRights($"{found.Post.ChineseName()} {found.PersonName}（{found.Name}）", found.OrganisationId, own && open, (own, open) switch
        {
            (false, _) => "材料由任职单位的联络员上传，您可以查看和下载。",
            (_, false) => OfficerRefusals.MaterialsClosed(found.State).Sentence,
            _ => null,
        })
        {
            WhyNotOf = slot => OfficerOpenings.Material(found.State, slot, asked)?.Sentence,
        };
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) =>
        db.Officers.Where(a => a.Id == caseId).ExecuteUpdateAsync(a => a.SetProperty(x => x.RegionCode, x => x.RegionCode));
}
