using DataBureau.Domain;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>Implementation plans that wait for the drafter, for the head, or for the receiving office.</summary>
internal sealed class ImplementationPlanInbox : CaseInbox<ImplementationPlanState>
{
    public override string Kind => ImplementationPlan.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [ImplementationPlanPermissions.Draft, ImplementationPlanPermissions.SignOff, ImplementationPlanPermissions.Receive];

    protected override string Href(Guid id) => $"{ImplementationPlanModule.Href}/{id}";

    protected override string Act(ImplementationPlanState state) => Words(state);

    /// <summary>What a case in the state waits for.</summary>
    public static string Words(ImplementationPlanState state) => state switch
    {
        ImplementationPlanState.Draft => "补齐并提交审签",
        ImplementationPlanState.InternalReview => "审签并报送",
        ImplementationPlanState.PendingFiling => "受理备案",
        ImplementationPlanState.Supplementing => "补正报送",
        ImplementationPlanState.Accepted => "办结备案",
        ImplementationPlanState.FilingRefused => "处理后重新报备",
        _ => state.ChineseName(),
    };

    protected override IQueryable<WaitingCase<ImplementationPlanState>> Waiting(InboxReader reader) =>
        reader.Db.ImplementationPlans.AsNoTracking().WaitingFor(reader.Actor, reader.Db).Select(p => new WaitingCase<ImplementationPlanState>
        {
            Id = p.Id,
            Title = p.Edition > 1 ? p.Content.Title + "（第 " + p.Edition + " 版）" : p.Content.Title,
            State = p.State,
            FromId = p.RecipientId != null && (p.State == ImplementationPlanState.Supplementing || p.State == ImplementationPlanState.FilingRefused) ? p.RecipientId.Value : p.OrganisationId,
            Since = p.UpdatedAt,
            Version = p.Version,
            OrganisationId = p.OrganisationId,
            RegionCode = p.RegionCode,
            AuthorityId = p.RecipientId,
            IsStranded = (p.State == ImplementationPlanState.PendingFiling || p.State == ImplementationPlanState.Accepted) && reader.Db.Organisations.Any(o => o.Id == p.RecipientId && o.AbolishedAt != null),
        });
}
