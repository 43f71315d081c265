using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

/// <summary>What has to hold for a project to go on; each asks the policy in force for the project's region.</summary>
public static class ProjectGuards
{
    public static readonly Guard<Project> Complete = new(nameof(Complete), static (project, _) =>
        ProjectCheck.Missing(project.Content).ToList() is { Count: > 0 } missing ? ProjectRefusals.Incomplete(missing) : null);

    /// <summary>J05: without it neither consultation nor filing.</summary>
    public static readonly Guard<Project> ReuseCompared = new(nameof(ReuseCompared), static (project, context) =>
        context.Policy.Projects.ReuseFirst && ProjectCheck.Reuse(project.Content.Reuse, project.Facts.Register).ToList() is { Count: > 0 } open ? ProjectRefusals.ReuseOpen(open, context.Policy.BasisOf("J05")) : null);

    /// <summary>J09.</summary>
    public static readonly Guard<Project> DeploymentExplained = new(nameof(DeploymentExplained), static (project, context) =>
        context.Policy.Projects.GovernmentCloud && project.Content.Deployment == Deployment.Unknown ? ProjectRefusals.DeploymentUnknown(context.Policy.BasisOf("J09"))
        : ProjectCheck.NeedsDeploymentReason(project.Content, context.Policy) ? ProjectRefusals.DeploymentReason(project.Content.Deployment, context.Policy.BasisOf("J09")) : null);

    /// <summary>J11.</summary>
    public static readonly Guard<Project> OutsourcingSettled = new(nameof(OutsourcingSettled), static (project, context) =>
        ProjectCheck.Outsourcing(project.Content, context.Policy.Projects).ToList() is { Count: > 0 } open ? ProjectRefusals.OutsourcingOpen(open, context.Policy.BasisOf("J11")) : null);

    /// <summary>J07 begins here: what data the project will make is written down before it is decided on.</summary>
    public static readonly Guard<Project> PreCatalogued = new(nameof(PreCatalogued), static (project, context) =>
        context.Policy.Projects.AcceptanceGate && project.Facts.DataItemCount == 0 && string.IsNullOrWhiteSpace(project.Content.NoDataReason) ? ProjectRefusals.NoDataList(context.Policy.BasisOf("J07")) : null);

    public static readonly Guard<Project> AuthorityKnown = new(nameof(AuthorityKnown), static (project, _) =>
        project.AuthorityId is null ? ProjectRefusals.NoAuthority() : null);

    /// <summary>The data authority judges what departments bring; on an annual plan the plan itself is consulted on.</summary>
    public static readonly Guard<Project> Judgeable = new(nameof(Judgeable), static (project, context) =>
        project.Track == ProjectTrack.Department ? null : ProjectRefusals.NothingToJudge(context.Policy.BasisOf("J03"))) { Excuses = true };

    /// <summary>
    /// The judgement under which a consultation is held stands until that is over: else the one asked for could be judged away while
    /// its answer is awaited. Calling for a consultation where nobody has judged yet takes nothing away.
    /// </summary>
    public static Guard<Project> JudgementFree(bool informatization) => new(nameof(JudgementFree), (project, context) =>
        project.Facts.Consultation.Stage == ConsultationStage.Open && !(informatization && project.Informatization is null) ? ProjectRefusals.JudgementStands(context.Policy.BasisOf("J04")) : null);

    public static readonly Guard<Project> PlanApproved = new(nameof(PlanApproved), static (project, _) =>
        project.Track == ProjectTrack.AnnualPlan && project.Facts.PlanState != AnnualPlanState.Approved ? ProjectRefusals.PlanNotApproved(project.Facts.PlanTitle, project.Facts.PlanState) : null);

    public static readonly Guard<Project> Judged = new(nameof(Judged), static (project, context) =>
        AskedFor(project, context) is not null && project.Informatization is null ? ProjectRefusals.NotJudged(context.Policy.BasisOf("J04")) : null);

    /// <summary>J04: judged 'yes' and no conclusion: no reply. By choice elsewhere.</summary>
    public static readonly Guard<Project> ConsultationConcluded = new(nameof(ConsultationConcluded), static (project, context) =>
        AskedFor(project, context) is { } rule && project.Informatization == true && project.Facts.Consultation.Stage != ConsultationStage.Concluded
            ? ProjectRefusals.NotConsulted("批复", rule, project.Facts.Consultation, context.Policy.BasisOf(rule.Mechanism)) : null);

    /// <summary>J06.</summary>
    public static readonly Guard<Project> ComponentsRegistered = new(nameof(ComponentsRegistered), static (project, context) =>
        context.Policy.Projects.ReuseFirst && ProjectCheck.Unregistered(project).ToList() is { Count: > 0 } missing ? ProjectRefusals.ComponentsMissing(missing, context.Policy.BasisOf("J06")) : null);

    /// <summary>J07: not to be argued away, only satisfied.</summary>
    public static readonly Guard<Project> DataCatalogued = new(nameof(DataCatalogued), static (project, context) =>
        !context.Policy.Projects.AcceptanceGate ? null
        : project.Facts.DataItemCount == 0 && string.IsNullOrWhiteSpace(project.Content.NoDataReason) ? ProjectRefusals.NoDataList(context.Policy.BasisOf("J07"))
        : project.Facts.Findings.Count > 0 ? ProjectRefusals.DataNotCatalogued(project.Facts.Findings, project.Facts.DataItemCount, context.Policy.BasisOf("J07")) : null);

    public static Guard<Project> NotOwnSubmission(string act) => new(nameof(NotOwnSubmission), (project, context) =>
        context.Actor.UserId is var me && (project.SubmittedById == me || project.SentById == me || project.AcceptanceAskedById == me) ? WorkflowRefusals.OwnSubmission(act) : null) { Excuses = true };

    private static ConsultationRule? AskedFor(Project project, GuardContext context) => project.Track == ProjectTrack.Department
        ? context.Policy.Projects.Asked(ConsultationTrigger.ProjectReply, RegionCodes.Level(project.RegionCode)) : null;
}
