using DataBureau.Domain.Policy;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Consultations;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>J04: a project is consulted on while it waits for the reply; judged 'yes' where a rule asks for it, by choice else.</summary>
internal sealed class ProjectSubjects(PolicyLibrary policies) : ConsultationSubjects
{
    public override string Kind => Project.CaseKind;

    public static bool IsOpen(Project project) => project.State == ProjectState.PendingReply;

    public override async Task<SubjectFound?> FindAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Projects.AsNoTracking().VisibleTo(actor, ProjectPermissions.View).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } project || !IsOpen(project))
            return null;
        var asked = project.Track == ProjectTrack.Department && project.Informatization == true && policies.For(project.RegionCode).Projects.Asked(ConsultationTrigger.ProjectReply, RegionCodes.Level(project.RegionCode)) is not null;
        return new SubjectFound(project.Content.Name, asked ? ConsultationTrigger.ProjectReply : null);
    }

    public override Task<bool> IsVisibleAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        db.Projects.VisibleTo(actor, ProjectPermissions.View).AnyAsync(p => p.Id == id, cancellationToken);
}

/// <summary>J03: an annual plan is consulted on once it is signed off and before it is reported.</summary>
internal sealed class AnnualPlanSubjects(PolicyLibrary policies) : ConsultationSubjects
{
    public override string Kind => AnnualPlan.CaseKind;

    public override async Task<SubjectFound?> FindAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        await db.AnnualPlans.AsNoTracking().VisibleTo(actor, ProjectPermissions.View).FirstOrDefaultAsync(p => p.Id == id && p.State == AnnualPlanState.ForReport, cancellationToken) is { } plan
            ? new SubjectFound(plan.Content.Title, AnnualPlanWorkflow.Asked(plan, policies.For(plan.RegionCode)) is null ? null : ConsultationTrigger.AnnualPlan) : null;

    public override Task<bool> IsVisibleAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        db.AnnualPlans.VisibleTo(actor, ProjectPermissions.View).AnyAsync(p => p.Id == id, cancellationToken);
}
