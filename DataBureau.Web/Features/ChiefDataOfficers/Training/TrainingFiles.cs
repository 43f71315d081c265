using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Training;

/// <summary>The certificate of a training: kept by the unit.</summary>
internal sealed class TrainingFiles : CaseFiles
{
    public static readonly IReadOnlyList<MaterialSlot> Slots = [new("certificate", "结业证书或培训证明", false)];

    public override string Kind => TrainingRecord.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.OfficerTrainings.AsNoTracking().VisibleTo(actor, TrainingPermissions.View, t => t.OrganisationId, t => t.RegionCode).FirstOrDefaultAsync(t => t.Id == caseId && t.RemovedAt == null, cancellationToken) is not { } record)
            return null;
        var own = actor.Holds(TrainingPermissions.Keep, record.Location);
        return new CaseFileRights(record.Course, record.OrganisationId, own, own ? null : "证书由任职单位的联络员上传，您可以查看和下载。");
    }
}
