using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>Evidence of the unit while it evaluates itself, the third party's report while the bureau waits for it.</summary>
internal sealed class EvaluationFiles : CaseFiles
{
    public override string Kind => OfficerEvaluation.CaseKind;

    public static IReadOnlyList<MaterialSlot> SlotsOf(EvaluationView view) =>
    [
        .. view.Set.Indicators.Select(i => new MaterialSlot(i.Key, $"{i.Group}：{i.Name}", i.EvidenceRequired)),
        .. view.ThirdPartyName is null ? [] : new[] { new MaterialSlot(OfficerEvaluation.ThirdPartySlot, "第三方评分报告", true) },
    ];

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.OfficerEvaluations.AsNoTracking().VisibleTo(actor, EvaluationPermissions.View, e => e.OrganisationId, e => e.RegionCode, e => e.AuthorityId).FirstOrDefaultAsync(e => e.Id == caseId, cancellationToken);
        if (found is null)
            return null;
        var title = await db.Officers.Where(a => a.Id == found.AppointmentId).Select(a => a.Content.PersonName).SingleAsync(cancellationToken);
        var open = found.State is EvaluationState.SelfScoring or EvaluationState.ThirdPartyScoring && found.MayScore(actor);
        return new CaseFileRights($"{title} {found.Year} 年度履职评价", found.State == EvaluationState.ThirdPartyScoring ? found.AuthorityId : found.OrganisationId, open,
            open ? null : $"当前状态是「{found.State.ChineseName()}」，材料不能增减，或不由您维护。您可以查看和下载。")
        {
            WhyNotOf = slot => (slot == OfficerEvaluation.ThirdPartySlot) == (found.State == EvaluationState.ThirdPartyScoring) ? null
                : found.State == EvaluationState.ThirdPartyScoring ? "佐证材料由被评价单位在自评时上传，第三方评分时不能增减。" : "第三方评分报告在送第三方评分后上传。",
        };
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) =>
        db.OfficerEvaluations.Where(e => e.Id == caseId).ExecuteUpdateAsync(s => s.SetProperty(e => e.RegionCode, e => e.RegionCode));
}
