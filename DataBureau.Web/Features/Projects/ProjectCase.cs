using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>The projects' part in the runner.</summary>
public sealed class ProjectCase(PolicyLibrary policies, NumberLedger ledger, DeadlineReader deadlines, TimeProvider clock) : CaseRules<Project, ProjectState, ProjectAction>
{
    /// <summary>The series of reply numbers.</summary>
    public static readonly NumberMatter ReplyNumbers = new("XMPF", "项目批复", Project.CaseKind);

    public override string Kind => Project.CaseKind;

    public override WorkflowTable<ProjectState, ProjectAction, Project> Table => ProjectWorkflow.Table;

    public override ImmutableArray<ClockRule<ProjectState>> ClocksOf(Project subject) => ProjectWorkflow.Clocks;

    public override async Task<Project?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Projects.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } project)
            return null;
        project.Know(await ProjectFactsReader.ReadAsync(db, project, cancellationToken));
        if (project.State == ProjectState.PendingReply)
            project.Know(project.Facts with { Numbers = await NumberLedger.ChoiceAsync(db, ReplyNumbers, project.AuthorityId, clock.GetUtcNow(), cancellationToken) });
        return project;
    }

    public override bool IsVisible(Project subject, Actor actor) =>
        actor.Holds(ProjectPermissions.View, subject.Location) || actor.Holds(ProjectPermissions.View, CaseSide.Authority, subject.Location);

    public override int VersionOf(Project subject) => subject.Version;

    public override ProjectState StateOf(Project subject) => subject.State;

    public override string TitleOf(Project subject) => subject.Content.Name;

    public override CaseLocation LocationOf(Project subject) => subject.Location;

    public override Decision<ProjectState> Act(Project subject, ProjectAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public override async Task<string?> AfterAsync(BureauDbContext db, Project subject, ProjectAction action, Actor actor, DateTimeOffset now)
    {
        // What the state now lets the guards see.
        subject.Know(await ProjectFactsReader.ReadAsync(db, subject, default));
        if (action != ProjectAction.Reply)
            return null;
        var region = await db.Organisations.Where(o => o.Id == subject.AuthorityId).Select(o => o.RegionCode).SingleAsync();
        subject.TakeNumber((await ledger.IssueAsync(db, ReplyNumbers, region, Kind, subject.Id, subject.Content.Name, actor, now, subject.ChosenNumber)).Text);
        return $"已批复，批复号 {subject.ReplyNumber}。";
    }

    /// <summary>The view of the case page.</summary>
    public async Task<ProjectDetailView> ProjectAsync(BureauDbContext db, Project subject, Actor actor, CancellationToken cancellationToken)
    {
        var policy = policies.For(subject.RegionCode);
        var names = await db.Organisations.AsNoTracking().Where(o => o.Id == subject.OrganisationId || o.Id == subject.AuthorityId).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var region = await db.Regions.AsNoTracking().Where(r => r.Code == subject.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken);
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == subject.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        var context = new GuardContext(actor, policy, clock.GetUtcNow());
        return new ProjectDetailView(
            subject.Id, subject.Version, subject.Track, subject.State, subject.Content, policy, subject.OrganisationId, names[subject.OrganisationId], subject.RegionCode, region,
            subject.AuthorityId is { } authority ? names.GetValueOrDefault(authority) : null, subject.AnnualPlanId, subject.Facts, subject.Judgement, subject.ReplyNumber, subject.RepliedAt, subject.AcceptedAt,
            ProjectWorkflow.Offered(subject, context),
            actor.Holds(ProjectPermissions.Compile, subject.Location) ? subject.Editable : ProjectParts.None, history)
        {
            CanRelease = DataListRules.MayRelease(subject, context) is null,
            Deadlines = await deadlines.OfCaseAsync(db, Kind, subject.Id, cancellationToken),
            ConsultHref = ProjectSubjects.IsOpen(subject) && subject.Facts.Consultation.MayBegin && subject.AuthorityId is { } convenor && actor.BodiesWith(ConsultationPermissions.Convene).Contains(convenor)
                ? ConsultationReader.NewHref(Kind, subject.Id) : null,
            AttachmentCount = await db.CountAttachmentsAsync(Kind, subject.Id, cancellationToken),
        };
    }
}
