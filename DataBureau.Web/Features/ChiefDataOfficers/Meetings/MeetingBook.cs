using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>Joint meetings among the cases of all kinds.</summary>
internal sealed class MeetingBook : CaseBook<MeetingState>
{
    public override string Kind => JointMeeting.CaseKind;

    protected override Permission View => MeetingPermissions.View;

    protected override string Href(Guid id) => $"/chief-data-officers/meetings/{id}";

    protected override (string Act, CaseSide Side)? Awaited(MeetingState state) => MeetingWorkflow.Table.AwaitedIn(state) is var (_, side) ? (MeetingInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<MeetingState>> Visible(BureauDbContext db, Actor actor) =>
        MeetingCase.VisibleTo(db, actor, View).Select(m => new BookedCase<MeetingState> { Id = m.Id, Title = m.Title, State = m.State, OrganisationId = m.OrganisationId, AuthorityId = null, UpdatedAt = m.UpdatedAt });
}
