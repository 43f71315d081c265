using Bunit;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Features.Consultations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
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
    public async Task Report_DataListEditedAfterTheConsultation_NamesTheProject_AndMatchingIsNoChange()
    {
        var (plan, project) = await ConsultedAsync();
        var item = (await bureau.AsAsync<ProjectDataService, DataListView?>("liaison", s => s.ReadAsync(project.Id, new ListQuery(), default)))!.Items.Single();
        var lineage = await _kit.EntryAsync($"{project.Content.Name}条目", approved: false);
        project = Done(await _kit.DataAsync(s => s.MatchAsync(project.Id, project.Version, item.Id, lineage)));
        Assert.Equal(ConsultationStage.Concluded, (await FindAsync(plan.Id)).Facts.Consultation.Stage);

        Done(await _kit.DataAsync(s => s.EditAsync(project.Id, project.Version, item.Id, new DataItemRow("换了一项数据", null, null))));

        var refusal = Refused(await ActAsync(plan, AnnualPlanAction.Report));
        Assert.Equal("ConsultationMissing", refusal.Code);
        Assert.Contains($"修改了项目「{project.Content.Name}」", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ProjectStruckAfterTheConsultation_NamesItAndAsksForAnother()
    {
        var (plan, project) = await ConsultedAsync();
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Withdraw));

        plan = PlanDone(await StrikeAsync(plan, project.Id));

        Assert.Equal(1, plan.Facts.Projects);
        Assert.Contains(plan.History, h => h.Action == "移出项目" && h.Comment!.Contains(project.Content.Name, StringComparison.Ordinal) && h.Comment.Contains("资金未落实", StringComparison.Ordinal));
        var given = (await bureau.AsAsync<ProjectService, ProjectDetailView?>("liaison", s => s.FindAsync(project.Id, default)))!;
        Assert.Equal((ProjectTrack.Department, ProjectState.Draft, null, "山西省数据局"), (given.Track, given.State, given.AnnualPlanId, given.AuthorityName));
        Assert.Contains(given.History, h => h.Action == "移出计划" && h.Comment!.Contains("资金未落实", StringComparison.Ordinal));
        await using (var db = bureau.OpenDb())
        {
            var (planId, projectId) = (plan.Id.ToString(), project.Id.ToString());
            Assert.Equal(["annual-plan.Strike", "project.Unlist"], await db.Audit.Where(a => (a.SubjectId == planId && a.Action == "annual-plan.Strike") || (a.SubjectId == projectId && a.Action == "project.Unlist")).Select(a => a.Action).OrderBy(a => a).ToListAsync());
            Assert.True(await db.Notifications.AnyAsync(n => n.Href == $"/projects/{project.Id}" && n.Sentence.Contains("资金未落实")));
        }

        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Submit));
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Approve, "govinfohead"));
        Assert.Contains($"移出了项目「{project.Content.Name}」", Refused(await ActAsync(plan, AnnualPlanAction.Report)).Sentence, StringComparison.Ordinal);
        // What the builder does with it from here on is no business of the plan's.
        Done(await SaveAsync(given, given.Content with { Budget = 9999m }));
        Assert.Single((await FindAsync(plan.Id)).Facts.Consultation.Changes);
        await _consultations.ConcludedByCounterpartAsync(AnnualPlan.CaseKind, plan.Id);
        PlanDone(await ActAsync(await FindAsync(plan.Id), AnnualPlanAction.Report));
    }

    [Fact]
    public async Task Report_ProjectListedAndStruckAgainAfterTheConsultation_IsTheListThatWasConsultedOn()
    {
        var (plan, _) = await ConsultedAsync();
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Withdraw));
        var added = Done(await _kit.CreateAsync(Content(), plan.Id));
        bureau.Clock.Advance(TimeSpan.FromMinutes(1));
        plan = PlanDone(await StrikeAsync(plan, added.Id));
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Submit));
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Approve, "govinfohead"));

        Assert.Equal(AnnualPlanState.Reported, PlanDone(await ActAsync(plan, AnnualPlanAction.Report)).State);
    }

    [Fact]
    public async Task Strike_RefusedOrLostToAnother_LeavesBothAsTheyWere()
    {
        var (plan, project) = await ConsultedAsync();
        Assert.Equal("AnnualPlanClosed", Refused(await StrikeAsync(plan, project.Id)).Code);
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Withdraw));
        Assert.Equal("AnnualPlanStrikeWhy", Refused(await StrikeAsync(plan, project.Id, " ")).Code);
        // Who sees the plan and does not make it, and who does not see it at all.
        Assert.Equal("NotPermitted", Refused(await StrikeAsync(plan, project.Id, who: "govinfohead")).Code);
        Assert.IsType<Outcome<AnnualPlanView>.NotFound>(await StrikeAsync(plan, project.Id, who: "govinfo.fujian"));

        var outcomes = await Task.WhenAll(StrikeAsync(plan, project.Id), StrikeAsync(plan, project.Id));

        Assert.Single(outcomes.OfType<Outcome<AnnualPlanView>.Done>());
        Assert.Single(outcomes.OfType<Outcome<AnnualPlanView>.Conflict>());
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.History.CountAsync(h => h.CaseId == project.Id && h.Action == "移出计划"));
    }

    [Fact]
    public async Task Edit_DraftOfAReportedPlan_ClosedOnEveryWayInUntilThePlanComesBack()
    {
        var (plan, project) = await ConsultedAsync();
        plan = PlanDone(await ActAsync(plan, AnnualPlanAction.Report));

        Assert.Equal("AnnualPlanReported", ProjectKit.Refused(await SaveAsync(project, project.Content with { Budget = 9999m })).Code);
        Assert.Equal("AnnualPlanReported", ProjectKit.Refused(await _kit.DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow("补充数据", null, null)))).Code);
        Assert.Equal("AnnualPlanReported", await ImportCodeAsync(project));
        Assert.Equal(ProjectParts.None, (await bureau.AsAsync<ProjectService, ProjectDetailView?>("liaison", s => s.FindAsync(project.Id, default)))!.Editable);
        PlanDone(await ActAsync(plan, AnnualPlanAction.NotApproved));
        Done(await SaveAsync(project, project.Content with { Budget = 9999m }));
    }

    [Fact]
    public async Task Page_OfADraftPlan_TakesAProjectOffItsListWithAReason()
    {
        var (plan, project) = await ConsultedAsync();
        PlanDone(await ActAsync(plan, AnnualPlanAction.Withdraw));
        await using var person = await PageContext.AsAsync(bureau, "govinfo");
        person.Context.JSInterop.Mode = JSRuntimeMode.Loose;
        var page = person.Context.Render<AnnualPlanDetail>(p => p.Add(d => d.Id, plan.Id));
        page.WaitForElement($"button[aria-label='移出计划 {project.Content.Name}']");

        await page.InvokeAsync(() => page.Find($"button[aria-label='移出计划 {project.Content.Name}']").Click());
        await page.InvokeAsync(() => page.Find("section[aria-label=移出计划] button.danger").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("须写明理由", page.Find(".banner[role=alert]").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("section[aria-label=移出计划] textarea").Change("资金未落实。"));
        await page.InvokeAsync(() => page.Find("section[aria-label=移出计划] button.danger").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains($"已把「{project.Content.Name}」移出计划", page.Find(".banner[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll($"button[aria-label='移出计划 {project.Content.Name}'], section[aria-label=移出计划]"));
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
        project = Done(await _kit.DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow($"{project.Content.Name}数据", null, null))));
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

    private Task<Outcome<AnnualPlanView>> StrikeAsync(AnnualPlanView plan, Guid project, string? why = "资金未落实。", string who = "govinfo") =>
        bureau.AsAsync<AnnualPlanListService, Outcome<AnnualPlanView>>(who, s => s.StrikeAsync(plan.Id, plan.Version, project, why));

    private async Task<string?> ImportCodeAsync(ProjectDetailView project)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"items-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, "数据名称\n补充数据\n");
        try
        {
            return (await bureau.AsAsync<ProjectImportService, (ListImportReport?, ImportRefusal? Refusal)>("liaison", s => s.ItemsAsync(project.Id, new ImportRequest(path, "数据清单.csv", Guid.Empty), ImportAcceptance.All, default))).Refusal?.Code;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private Task<Outcome<ProjectDetailView>> SaveAsync(ProjectDetailView project, ProjectContent content) => bureau.AsAsync<ProjectService, Outcome<ProjectDetailView>>("liaison", s => s.SaveAsync(project.Id, project.Version, content));
}
