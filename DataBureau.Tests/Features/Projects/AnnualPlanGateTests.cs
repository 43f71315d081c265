using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Consultations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;
using static DataBureau.Tests.Features.Projects.ProjectKit;

namespace DataBureau.Tests.Features.Projects;

/// <summary>J03 over the real database: what is reported is what was consulted on, project by project.</summary>
[Trait("Category", "Service")]
public sealed class AnnualPlanGateTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static int _year = 2040;

    private readonly ProjectKit _kit = new(bureau);
    private readonly ConsultationKit _consultations = new(bureau.Services);

    [Fact]
    public async Task Report_ProjectEditedAfterTheConsultation_NamesItAndAsksForAnother()
    {
        var (plan, project) = await ConsultedAsync();
        project = Done(await SaveAsync(project, project.Content with { Budget = 9999m }));

        var refusal = Refused(await ActAsync(plan, AnnualPlanAction.Report));

        Assert.Equal(("ConsultationMissing", "J03"), (refusal.Code, refusal.Basis?.Mechanism));
        Assert.Contains($"修改了项目「{project.Content.Name}」", refusal.Sentence, StringComparison.Ordinal);
        var outdated = await FindAsync(plan.Id);
        Assert.Equal(ConsultationStage.Outdated, outdated.Facts.Consultation.Stage);
        Assert.NotNull(outdated.ConsultHref);
        await _consultations.ConcludedByCounterpartAsync(AnnualPlan.CaseKind, plan.Id);
        Assert.Equal(AnnualPlanState.Reported, PlanDone(await ActAsync(await FindAsync(plan.Id), AnnualPlanAction.Report)).State);
    }

    [Fact]
    public async Task Report_ReuseRowsDeletedAfterTheSubmission_Refused()
    {
        var (plan, project) = await ConsultedAsync();
        Done(await SaveAsync(project, project.Content with { Reuse = [] }));

        var refusal = Refused(await ActAsync(plan, AnnualPlanAction.Report));

        Assert.Equal(("AnnualPlanReuseOpen", "J05"), (refusal.Code, refusal.Basis?.Mechanism));
        Assert.Contains(project.Content.Name, refusal.Details.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ProjectEndedAfterTheConsultation_NamesIt()
    {
        var (plan, project) = await ConsultedAsync();
        Done(await _kit.ActAsync(project, ProjectAction.Terminate, "不再建设。"));

        Assert.Contains($"终止了项目「{project.Content.Name}」", Refused(await ActAsync(plan, AnnualPlanAction.Report)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ProjectAddedAfterTheConsultation_NamesIt()
    {
        var (plan, _) = await ConsultedAsync();
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Withdraw));
        var added = Done(await _kit.CreateAsync(Content(), plan.Id));
        plan = PlanDone(await ActAsync(await FindAsync(plan.Id), AnnualPlanAction.Submit));
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Approve, "govinfohead"));

        Assert.Contains($"列入了项目「{added.Content.Name}」", Refused(await ActAsync(plan, AnnualPlanAction.Report)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_NothingChangedAfterTheConsultation_GoesThrough()
    {
        var (plan, _) = await ConsultedAsync();

        Assert.Equal(AnnualPlanState.Reported, PlanDone(await ActAsync(plan, AnnualPlanAction.Report)).State);
    }

    /// <summary>A plan with two projects, signed off and consulted on; a while has passed since.</summary>
    private async Task<(AnnualPlanView Plan, ProjectDetailView Project)> ConsultedAsync()
    {
        var year = Interlocked.Increment(ref _year);
        var plan = PlanDone(await bureau.AsAsync<AnnualPlanService, Outcome<AnnualPlanView>>("govinfo", s => s.CreateAsync(new AnnualPlanContent { Title = $"{year}年度信息化项目建设计划", Year = year, Summary = "统筹集约。" })));
        Done(await _kit.CreateAsync(Content(), plan.Id));
        var project = Done(await _kit.CreateAsync(Content(), plan.Id));
        plan = PlanDone(await ActAsync(await FindAsync(plan.Id), AnnualPlanAction.Submit));
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Approve, "govinfohead"));
        bureau.Clock.Advance(TimeSpan.FromMinutes(5));
        await _consultations.ConcludedByCounterpartAsync(AnnualPlan.CaseKind, plan.Id);
        bureau.Clock.Advance(TimeSpan.FromMinutes(5));
        return (await FindAsync(plan.Id), project);
    }

    private static AnnualPlanView PlanDone(Outcome<AnnualPlanView> outcome)
    {
        Assert.True(outcome is Outcome<AnnualPlanView>.Done, (outcome as Outcome<AnnualPlanView>.Refused)?.Refusal.ToString());
        return ((Outcome<AnnualPlanView>.Done)outcome).View;
    }

    private static Refusal Refused(Outcome<AnnualPlanView> outcome) => Assert.IsType<Outcome<AnnualPlanView>.Refused>(outcome).Refusal;

    private async Task<AnnualPlanView> FindAsync(Guid id) => (await bureau.AsAsync<AnnualPlanService, AnnualPlanView?>("govinfo", s => s.FindAsync(id, default)))!;

    private Task<Outcome<AnnualPlanView>> ActAsync(AnnualPlanView plan, AnnualPlanAction action, string who = "govinfo") => bureau.AsAsync<AnnualPlanService, Outcome<AnnualPlanView>>(who, s => s.ActAsync(plan.Id, plan.Version, action, "按规定办理。"));

    private Task<Outcome<ProjectDetailView>> SaveAsync(ProjectDetailView project, ProjectContent content) => bureau.AsAsync<ProjectService, Outcome<ProjectDetailView>>("liaison", s => s.SaveAsync(project.Id, project.Version, content));
}
