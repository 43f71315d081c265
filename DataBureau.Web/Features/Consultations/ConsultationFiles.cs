using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The materials of a consultation: the convenor's, while it is prepared, summed up or minuted.</summary>
internal sealed class ConsultationFiles : CaseFiles
{
    private static readonly ConsultationState[] Open = [ConsultationState.Preparing, ConsultationState.Summarising, ConsultationState.Meeting, ConsultationState.Concluded, ConsultationState.Minutes, ConsultationState.FollowUp];

    public override string Kind => Consultation.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Consultations.AsNoTracking().VisibleTo(actor, ConsultationPermissions.View).FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken) is not { } consultation)
            return null;
        var (convenor, open) = (actor.Holds(ConsultationPermissions.Convene, CaseSide.Authority, consultation.Location), Open.Contains(consultation.State));
        return new CaseFileRights(consultation.Content.Title, consultation.ConvenorId, convenor && open, (convenor, open) switch
        {
            (false, _) => "会商材料由组织单位上传，您可以查看和下载；本单位的附件请在「我的意见」中上传。",
            (_, false) => $"当前状态是「{consultation.State.ChineseName()}」，材料不能增减。",
            _ => null,
        });
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) => db.Consultations.Where(c => c.Id == caseId).ExecuteUpdateAsync(s => s.SetProperty(c => c.Round, c => c.Round));
}

/// <summary>What a unit attaches to its opinion: its own, while the round is open; everybody who sees the consultation reads it.</summary>
internal sealed class ReplyFiles : CaseFiles
{
    public override string Kind => ConsultationUnit.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Set<ConsultationUnit>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == caseId, cancellationToken) is not { } unit
            || await db.Consultations.AsNoTracking().VisibleTo(actor, ConsultationPermissions.View).FirstOrDefaultAsync(c => c.Id == unit.ConsultationId, cancellationToken) is not { } consultation)
            return null;
        var (own, open) = (actor.BodiesWith(ConsultationPermissions.Answer).Contains(unit.OrganisationId) && unit.Counts, consultation.State == ConsultationState.Collecting);
        return new CaseFileRights(consultation.Content.Title, unit.OrganisationId, own && open, (own, open) switch
        {
            (false, _) => "附件由反馈单位上传，您可以查看和下载。",
            (_, false) => $"当前状态是「{consultation.State.ChineseName()}」，意见的附件不能增减。",
            _ => null,
        });
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) =>
        db.Consultations.Where(c => c.Units.Any(u => u.Id == caseId)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Round, c => c.Round));
}
