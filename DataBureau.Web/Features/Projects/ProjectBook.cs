using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>Projects among the cases of all kinds.</summary>
internal sealed class ProjectBook : CaseBook<ProjectState>
{
    public override string Kind => Project.CaseKind;

    protected override Permission View => ProjectPermissions.View;

    protected override string Href(Guid id) => $"/projects/{id}";

    protected override (string Act, CaseSide Side)? Awaited(ProjectState state) => ProjectWorkflow.Table.AwaitedIn(state) is var (_, side) ? (ProjectInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<ProjectState>> Visible(BureauDbContext db, Actor actor) =>
        db.Projects.AsNoTracking().VisibleTo(actor, View).Select(p => new BookedCase<ProjectState> { Id = p.Id, Title = p.Content.Name, State = p.State, OrganisationId = p.OrganisationId, AuthorityId = p.AuthorityId, UpdatedAt = p.UpdatedAt });
}
