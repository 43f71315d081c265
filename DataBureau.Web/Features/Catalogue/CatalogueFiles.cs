using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>What hangs on an entry: chiefly the documents on which a restriction rests. Whoever compiles it keeps them; whoever sees it reads them.</summary>
public sealed class CatalogueFiles : CaseFiles
{
    public static readonly IReadOnlyList<MaterialSlot> Slots = [new("sharing-basis", "共享限制的依据文件", false), new("opening-basis", "不予开放或有条件开放的依据文件", false)];

    public override string Kind => CatalogueEntry.Kind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.CatalogueEntries.AsNoTracking().FirstOrDefaultAsync(e => e.Id == caseId, cancellationToken) is not { } entry || !actor.Holds(CataloguePermissions.View, entry.Location))
            return null;
        var whyNot = !actor.Holds(CataloguePermissions.Compile, entry.Location) ? "附件由编制本目录的单位维护，您可以查看和下载。"
            : !CatalogueWorkflow.IsEditable(entry.State) ? $"当前状态是「{entry.State.ChineseName()}」，附件不能增减。只有草稿和退回修改的目录可以。"
            : null;
        return new CaseFileRights(entry.Content.Name, entry.ProviderId, whyNot is null, whyNot);
    }

    public override Task LockAsync(BureauDbContext db, Guid caseId) =>
        db.CatalogueEntries.Where(e => e.Id == caseId).ExecuteUpdateAsync(s => s.SetProperty(e => e.Version, e => e.Version));
}
