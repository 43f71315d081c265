using DataBureau.Domain;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>Materials of an application: the county supplies them while it drafts and builds, the authority while it argues and verifies.</summary>
internal sealed class DigitalBaseFiles : CaseFiles
{
    public override string Kind => DigitalBase.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.DigitalBases.AsNoTracking().VisibleTo(actor, DigitalBasePermissions.View).FirstOrDefaultAsync(b => b.Id == caseId, cancellationToken) is not { } found)
            return null;
        var open = (DigitalBaseWorkflow.OwnerFiles(found.State) && actor.Holds(DigitalBasePermissions.Apply, found.Location))
            || (DigitalBaseWorkflow.AuthorityFiles(found.State) && actor.Holds(DigitalBasePermissions.Handle, CaseSide.Authority, found.Location));
        return new CaseFileRights(found.Content.Application.Title, found.OrganisationId, open, open ? null
            : DigitalBaseWorkflow.OwnerFiles(found.State) ? "材料现在由申请单位上传，您可以查看和下载。"
            : DigitalBaseWorkflow.AuthorityFiles(found.State) ? "材料现在由受理机关上传，您可以查看和下载。"
            : $"当前状态是「{found.State.ChineseName()}」，材料不能增减。");
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) =>
        db.DigitalBases.Where(b => b.Id == caseId).ExecuteUpdateAsync(b => b.SetProperty(x => x.Round, x => x.Round));
}
