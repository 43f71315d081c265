using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Plans are drafted 会同有关部门: a consultation on one is always by choice.</summary>
internal sealed class PlanSubjects : ConsultationSubjects
{
    public override string Kind => Plan.CaseKind;

    public override async Task<SubjectFound?> FindAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        await db.Plans.AsNoTracking().VisibleTo(actor, PlanPermissions.View).Where(p => p.Id == id).Select(p => p.Content.Title).FirstOrDefaultAsync(cancellationToken) is { } title ? new SubjectFound(title, null) : null;

    public override Task<bool> IsVisibleAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        db.Plans.VisibleTo(actor, PlanPermissions.View).AnyAsync(p => p.Id == id, cancellationToken);
}
