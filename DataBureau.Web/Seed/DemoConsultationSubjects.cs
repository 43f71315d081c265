using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Seed;

/// <summary>What the demo's consultations by rule are about: a project with 信息化 content that waits for its reply, or one of the demo's annual plans.</summary>
internal sealed class DemoConsultationSubjects(BureauDbContext db, PolicyLibrary policies, Func<Organisation, Role, Actor> person)
{
    private static readonly ProjectAction[] Brought = [ProjectAction.Submit, ProjectAction.Approve, ProjectAction.JudgeInformatization];

    private int _serial;

    /// <returns>Null for a consultation by choice, and where there is no such plan.</returns>
    public async Task<ConsultationSubject?> ForAsync(DemoConsultationLife life, Organisation authority, Organisation builder, DateTimeOffset at) => life.Trigger switch
    {
        ConsultationTrigger.AnnualPlan => await PlanAsync(life),
        ConsultationTrigger.ProjectReply => ProjectOf(life, authority, builder, at),
        null => null,
    };

    /// <summary>One that is over was held on a plan that has been approved since; an open one holds up a plan that is to be reported.</summary>
    private async Task<ConsultationSubject?> PlanAsync(DemoConsultationLife life)
    {
        var state = life.Acts.Contains(ConsultationAction.Archive) ? AnnualPlanState.Approved : AnnualPlanState.ForReport;
        return await db.AnnualPlans.AsNoTracking().Where(p => p.RegionCode == life.Region && p.State == state).OrderBy(p => p.Content.Year).Select(p => new { p.Id, p.Content.Title }).FirstOrDefaultAsync() is { } plan
            ? new ConsultationSubject(AnnualPlan.CaseKind, plan.Id, plan.Title) : null;
    }

    private ConsultationSubject ProjectOf(DemoConsultationLife life, Organisation authority, Organisation builder, DateTimeOffset at)
    {
        var began = at.AddDays(-20);
        var project = Project.Draft(Guid.CreateVersion7(began), builder.Id, life.Region, authority.Id, null, Content(life, began), began);
        db.Projects.Add(project);
        db.ProjectDataItems.Add(ProjectDataItem.Of(Guid.CreateVersion7(began), project.Id, 1, new DataItemRow($"{project.Content.Name}业务数据", "项目建成后形成的业务办理数据。", null)));
        project.Know(ProjectFacts.None with { DataItemCount = 1 });
        db.History.Add(ProjectService.Step(project, "新建", null, null, person(builder, Role.Liaison), began));
        foreach (var act in Brought)
        {
            began = began.AddDays(5);
            var actor = act switch { ProjectAction.Submit => person(builder, Role.Liaison), ProjectAction.Approve => person(builder, Role.DepartmentHead), _ => person(authority, Role.Reviewer) };
            var (from, comment) = (project.State, act == ProjectAction.JudgeInformatization ? "方案含应用软件开发和数据库建设。" : null);
            if (project.Act(act, comment, new GuardContext(actor, policies.For(life.Region), began)) is Decision<ProjectState>.Refused refused)
                throw new InvalidOperationException($"Demo project {project.Content.Name}: {act} was refused: {refused.Refusal.Code}.");
            db.History.Add(CaseHistory.Step(Project.CaseKind, project.Id, project.Version, act.ChineseName(), from.ChineseName(), project.State.ChineseName(), comment, actor, began));
        }

        return new ConsultationSubject(Project.CaseKind, project.Id, project.Content.Name);
    }

    private ProjectContent Content(DemoConsultationLife life, DateTimeOffset began) => new()
    {
        Name = life.Title.Replace("项目会商", string.Empty, StringComparison.Ordinal),
        Code = $"{ChinaTime.DateOf(began).Year}-{life.Region}-H{++_serial:000}",
        Budget = 800 + (_serial * 130),
        StartOn = ChinaTime.DateOf(began).AddDays(120),
        FinishOn = ChinaTime.DateOf(began).AddDays(480),
        Summary = "建设业务系统，汇聚和治理业务数据，依托已有平台提供服务。",
        ContactPhone = "12345",
        Deployment = Deployment.GovernmentCloud,
        Reuse = [new ReuseRow("业务办理引擎", ReuseConclusion.NotSufficient, null, null, "登记册中没有同类组件。")],
    };
}
