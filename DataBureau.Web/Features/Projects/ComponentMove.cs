using DataBureau.Domain;
using DataBureau.Domain.Projects;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>Shared components that a body keeps.</summary>
internal sealed class ComponentMove : CaseMove<SharedComponent>
{
    public override int Order => 62;

    protected override string Kind => ComponentService.Kind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        Lines(new MoveLine("项目", "登记、纳管的共性组件", await Found(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "由承接单位继续管理。"));

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => await Found(db, shift).Select(c => c.Id).ToListAsync(cancellationToken);

    protected override void Pass(SharedComponent subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(), now);

    protected override Guid IdOf(SharedComponent subject) => subject.Id;

    protected override (int Version, string State) Stand(SharedComponent subject) => (subject.Version, subject.Status.ChineseName());

    private static IQueryable<SharedComponent> Found(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, whole) = (shift.Sources, shift.Whole);
        return db.SharedComponents.AsNoTracking().Where(c => whole && EF.Parameter(sources).Contains(c.OrganisationId) && c.Status != ComponentStatus.Retired);
    }
}
