using DataBureau.Domain;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>Applications that wait for the county, for its head, or for the authority.</summary>
internal sealed class DigitalBaseInbox : CaseInbox<DigitalBaseState>
{
    public override string Kind => DigitalBase.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [DigitalBasePermissions.Apply, DigitalBasePermissions.SignOff, DigitalBasePermissions.Handle, DigitalBasePermissions.Decide];

    protected override string Href(Guid id) => $"{DigitalBaseModule.Href}/{id}";

    protected override string Act(DigitalBaseState state) => Words(state);

    /// <summary>What a case in the state waits for.</summary>
    public static string Words(DigitalBaseState state) => state switch
    {
        DigitalBaseState.Draft => "补齐并提交审签",
        DigitalBaseState.InternalReview => "审签并报送",
        DigitalBaseState.Applied => "受理并组织论证",
        DigitalBaseState.UnderArgument => "论证并作出决定",
        DigitalBaseState.Consented => "建设并报告建成",
        DigitalBaseState.Built => "核验连通",
        DigitalBaseState.Connected => "办结",
        _ => state.ChineseName(),
    };

    protected override IQueryable<WaitingCase<DigitalBaseState>> Waiting(InboxReader reader) =>
        reader.Db.DigitalBases.AsNoTracking().WaitingFor(reader.Actor, reader.Db).Select(b => new WaitingCase<DigitalBaseState>
        {
            Id = b.Id,
            Title = b.Content.Application.Title,
            State = b.State,
            FromId = b.RecipientId != null && b.State == DigitalBaseState.Consented ? b.RecipientId.Value : b.OrganisationId,
            Since = b.UpdatedAt,
            Version = b.Version,
            OrganisationId = b.OrganisationId,
            RegionCode = b.RegionCode,
            AuthorityId = b.RecipientId,
            IsStranded = DigitalBaseQueries.HandledIn.Contains(b.State) && reader.Db.Organisations.Any(o => o.Id == b.RecipientId && o.AbolishedAt != null),
        });
}
