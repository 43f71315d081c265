using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>Projects of a builder, and projects that a regulator decides on: each track has a regulator of its own.</summary>
internal sealed class ProjectMove : CaseMove<Project>
{
    private static readonly ProjectState[] Over = [ProjectState.Archived, ProjectState.Terminated];

    public override int Order => 60;

    protected override string Kind => Project.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => Lines(
        new MoveLine("项目", "建设的项目", await Own(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "建设单位改为承接单位。"),
        new MoveLine("项目", "由其批复、验收的各单位项目", await Decided(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "由承接单位批复、验收。"));

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        [.. (await Own(db, shift).Select(p => p.Id).ToListAsync(cancellationToken)).Union(await Decided(db, shift).Select(p => p.Id).ToListAsync(cancellationToken))];

    protected override void Pass(Project subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(), now);

    protected override Guid IdOf(Project subject) => subject.Id;

    protected override (int Version, string State) Stand(Project subject) => (subject.Version, subject.State.ChineseName());

    private static IQueryable<Project> Own(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, whole) = (shift.Sources, shift.Whole);
        return db.Projects.AsNoTracking().Where(p => whole && EF.Parameter(sources).Contains(p.OrganisationId) && !EF.Parameter(Over).Contains(p.State));
    }

    private static IQueryable<Project> Decided(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, departments, planned) = (shift.Sources, shift.Passes(Responsibilities.DataAuthority), shift.Passes(Responsibilities.GovInfoAuthority));
        return db.Projects.AsNoTracking().Where(p => p.AuthorityId != null && EF.Parameter(sources).Contains(p.AuthorityId.Value) && !EF.Parameter(Over).Contains(p.State)
            && ((departments && p.Track == ProjectTrack.Department) || (planned && p.Track == ProjectTrack.AnnualPlan)));
    }
}
