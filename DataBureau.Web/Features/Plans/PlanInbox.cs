using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>Plans that wait for the drafter, for the one who signs off, or for the receiving office.</summary>
internal sealed class PlanInbox : CaseInbox<PlanState>
{
    public override string Kind => Plan.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [PlanPermissions.Draft, PlanPermissions.SignOff, PlanPermissions.Receive];

    public override string CountKey => "plans";

    protected override string Href(Guid id) => $"/plans/{id}";

    protected override string Act(PlanState state) => Words(state);

    /// <summary>What a case in the state waits for.</summary>
    public static string Words(PlanState state) => state switch
    {
        PlanState.Draft => "补齐并提交审签",
        PlanState.InternalReview => "审签",
        PlanState.ForApproval => "登记批准",
        PlanState.Approved => "报备、公布或实施",
        PlanState.Settled => "公布或实施",
        PlanState.PendingFiling => "受理备案",
        PlanState.Supplementing => "补正报送",
        PlanState.Accepted => "办结备案",
        PlanState.FilingRefused => "处理后重新报备",
        _ => state.ChineseName(),
    };

    protected override IQueryable<WaitingCase<PlanState>> Waiting(InboxReader reader) =>
        reader.Db.Plans.AsNoTracking().WaitingFor(reader.Actor, reader.Db).Select(p => new WaitingCase<PlanState>
        {
            Id = p.Id,
            Title = p.Edition > 1 ? p.Content.Title + "（第 " + p.Edition + " 版）" : p.Content.Title,
            State = p.State,
            FromId = p.RecipientId != null && (p.State == PlanState.Supplementing || p.State == PlanState.FilingRefused) ? p.RecipientId.Value : p.OrganisationId,
            Since = p.UpdatedAt,
            Version = p.Version,
            OrganisationId = p.OrganisationId,
            RegionCode = p.RegionCode,
            AuthorityId = p.RecipientId,
            IsStranded = (p.State == PlanState.PendingFiling || p.State == PlanState.Accepted) && reader.Db.Organisations.Any(o => o.Id == p.RecipientId && o.AbolishedAt != null),
        });
}
