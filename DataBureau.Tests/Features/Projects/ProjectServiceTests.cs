using DataBureau.Domain.Projects;
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

/// <summary>Projects over the real database: gates, races, the data list, annual plans, imports, the register.</summary>
[Trait("Category", "Service")]
public sealed class ProjectServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ProjectKit _kit = new(bureau);

    [Fact]
    public async Task Create_CodeTaken_RefusedAndAtOnceOneIsMade()
    {
        var content = Content();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.CreateAsync(content)));

        Assert.Single(outcomes.OfType<Outcome<ProjectDetailView>.Done>());
        Assert.All(outcomes.OfType<Outcome<ProjectDetailView>.Refused>(), r => Assert.Equal("ProjectCodeTaken", r.Refusal.Code));
    }

    [Fact]
    public async Task Reply_JudgedYesWithoutConsultation_RefusedAndNothingWritten()
    {
        var project = await _kit.ProjectAsync(ProjectState.PendingReply);
        project = Done(await _kit.ActAsync(project, ProjectAction.JudgeInformatization, "含应用软件开发。"));

        Assert.Equal("ConsultationMissing", Refused(await _kit.ActAsync(project, ProjectAction.Reply)).Code);

        var same = await bureau.AsAsync<ProjectService, ProjectDetailView?>("reviewer", s => s.FindAsync(project.Id, default));
        Assert.Equal((project.Version, ProjectState.PendingReply, "含应用软件开发。"), (same!.Version, same.State, same.Judgement?.Why));
        Assert.Equal($"/consultations/new?kind=project&id={project.Id}", same.ConsultHref);
    }

    [Fact]
    public async Task Reply_ChangedAfterTheConsultation_AsksForAnother()
    {
        var consultations = new ConsultationKit(bureau.Services);
        var project = await _kit.ProjectAsync(ProjectState.PendingReply);
        project = Done(await _kit.ActAsync(project, ProjectAction.JudgeInformatization, "含应用软件开发。"));
        await consultations.ConcludedOnAsync(Project.CaseKind, project.Id);
        project = Done(await _kit.ActAsync(await FreshAsync(project), ProjectAction.Return, "补充运维方案。"));
        bureau.Clock.Advance(TimeSpan.FromMinutes(5));
        project = Done(await bureau.AsAsync<ProjectService, Outcome<ProjectDetailView>>("liaison", s => s.SaveAsync(project.Id, project.Version, project.Content with { Summary = "改为自建。", Budget = 9000m })));
        foreach (var action in new[] { ProjectAction.Submit, ProjectAction.Approve, ProjectAction.JudgeInformatization })
            project = Done(await _kit.ActAsync(project, action));

        var refusal = Refused(await _kit.ActAsync(project, ProjectAction.Reply));

        Assert.Equal("ConsultationMissing", refusal.Code);
        Assert.Contains("之后内容又有修改", refusal.Sentence, StringComparison.Ordinal);
        Assert.NotNull((await FreshAsync(project)).ConsultHref);
        await consultations.ConcludedOnAsync(Project.CaseKind, project.Id);
        Assert.Equal(ProjectState.Replied, Done(await _kit.ActAsync(await FreshAsync(project), ProjectAction.Reply)).State);
    }

    [Fact]
    public async Task Reply_JudgedNo_GetsANumberAndOnceOnly()
    {
        var project = await _kit.ProjectAsync(ProjectState.PendingReply);
        project = Done(await _kit.ActAsync(project, ProjectAction.JudgeOther, "只做数据治理。"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _kit.ActAsync(project, ProjectAction.Reply)));

        var done = Assert.Single(outcomes.OfType<Outcome<ProjectDetailView>.Done>());
        Assert.Contains("XMPF", done.View.ReplyNumber, StringComparison.Ordinal);
        Assert.Equal(2, outcomes.OfType<Outcome<ProjectDetailView>.Conflict>().Count());
    }

    [Fact]
    public async Task Acceptance_ItemUnmatchedThenApproved_GateOpensOnlyThen()
    {
        var project = await _kit.ProjectAsync(ProjectState.Building);
        Assert.Equal("ProjectDataNotCatalogued", Refused(await _kit.ActAsync(project, ProjectAction.AskAcceptance)).Code);
        var lineage = await _kit.EntryAsync($"{project.Content.Name}数据", approved: false);
        project = Done(await _kit.DataAsync(s => s.MatchAllAsync(project.Id, project.Version)));
        Assert.Equal("ProjectDataNotCatalogued", Refused(await _kit.ActAsync(project, ProjectAction.AskAcceptance)).Code);
        Assert.Equal(DataItemProblem.EntryNotApproved, project.Facts.Findings.Single().Problem);

        await using var db = bureau.OpenDb();
        await _kit.ApproveAsync(await db.CatalogueEntries.Where(e => e.LineageId == lineage).Select(e => e.Id).SingleAsync());
        project = Done(await _kit.ActAsync(project, ProjectAction.AskAcceptance));
        project = Done(await _kit.ActAsync(project, ProjectAction.Accept));

        Assert.Equal(ProjectState.Accepted, project.State);
    }

    [Fact]
    public async Task Match_EntryOfAnotherBody_Refused()
    {
        var project = await _kit.ProjectAsync(ProjectState.Draft);
        var item = (await bureau.AsAsync<ProjectDataService, DataListView?>("liaison", s => s.ReadAsync(project.Id, new ListQuery(), default)))!.Items.Single();

        Assert.Equal("DataItemEntry", Refused(await _kit.DataAsync(s => s.MatchAsync(project.Id, project.Version, item.Id, Guid.NewGuid()))).Code);
    }

    [Fact]
    public async Task DataList_AddedTwiceAtOnce_OneWinsTheOtherIsTold()
    {
        var project = await _kit.ProjectAsync(ProjectState.Draft);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => _kit.DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow($"并发{n}", null, null)))));

        Assert.Single(outcomes.OfType<Outcome<ProjectDetailView>.Done>());
        Assert.Equal(2, outcomes.OfType<Outcome<ProjectDetailView>.Conflict>().Count());
        await using var db = bureau.OpenDb();
        Assert.Equal(2, await db.ProjectDataItems.CountAsync(i => i.ProjectId == project.Id));
    }

    [Fact]
    public async Task DataList_OutsideItsStatesOrHands_Refused()
    {
        var project = await _kit.ProjectAsync(ProjectState.PendingReply);
        Assert.Equal("ProjectDataListClosed", Refused(await _kit.DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow("补贴", null, null)))).Code);
        Assert.Equal("NotPermitted", Refused(await _kit.DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow("补贴", null, null)), "reviewer")).Code);
        Assert.IsType<Outcome<ProjectDetailView>.NotFound>(await _kit.DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow("补贴", null, null)), "liaison.fujian"));
    }

    [Fact]
    public async Task Scope_OtherProvincesPeople_SeeNothing()
    {
        var project = await _kit.ProjectAsync(ProjectState.Draft);

        Assert.Contains((await bureau.AsAsync<ProjectService, Page<ProjectRow>>("reviewer", s => s.ListAsync(new ProjectFilter { Search = project.Content.Name, Track = ProjectTrack.Department }, default))).Rows, r => r.Id == project.Id);
        Assert.Null(await bureau.AsAsync<ProjectService, ProjectDetailView?>("reviewer.fujian", s => s.FindAsync(project.Id, default)));
        Assert.Empty((await bureau.AsAsync<ProjectService, Page<ProjectRow>>("reviewer.fujian", s => s.ListAsync(new ProjectFilter(), default))).Rows);
    }

    [Fact]
    public async Task AnnualPlan_FromImportToReport_WaitsForTheConsultation()
    {
        var plan = await PlanAsync(2031);
        var report = await ImportAsync(plan, "项目代码,项目名称,建设单位,预算（万元）\nA-1,民政一网通办,山西省民政厅,1200\n");
        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0), report.Counts);

        plan = (await bureau.AsAsync<AnnualPlanService, AnnualPlanView?>("govinfo", s => s.FindAsync(plan.Id, default)))!;
        Assert.Equal("AnnualPlanReuseOpen", Assert.IsType<Outcome<AnnualPlanView>.Refused>(await PlanActAsync(plan, AnnualPlanAction.Submit, "govinfo")).Refusal.Code);
        await using (var db = bureau.OpenDb())
        {
            var listed = await db.Projects.SingleAsync(p => p.AnnualPlanId == plan.Id);
            var content = listed.Content with { Reuse = [new("统一身份认证", ReuseConclusion.Reusable, null, "国家统一身份认证平台", null) { Unregistered = true, Owner = "国家有关部门" }] };
            Done(await bureau.AsAsync<ProjectService, Outcome<ProjectDetailView>>("liaison", s => s.SaveAsync(listed.Id, listed.Version, content)));
        }

        plan = PlanDone(await PlanActAsync(plan, AnnualPlanAction.Submit, "govinfo"));
        plan = PlanDone(await PlanActAsync(plan, AnnualPlanAction.Approve, "govinfohead"));
        var refusal = Assert.IsType<Outcome<AnnualPlanView>.Refused>(await PlanActAsync(plan, AnnualPlanAction.Report, "govinfo")).Refusal;
        Assert.Equal(("ConsultationMissing", "J03"), (refusal.Code, refusal.Basis?.Mechanism));
        Assert.Equal("AnnualPlanClosed", (await ImportRefusedAsync(plan, "项目名称,建设单位\n新项目,山西省民政厅\n"))?.Code);
    }

    [Fact]
    public async Task Import_WhatIsWrong_ASentenceEachAndNothingLost()
    {
        var plan = await PlanAsync(2032);

        var report = await ImportAsync(plan, "项目代码,项目名称,建设单位,预算（万元）\n2.02115E+17,甲,山西省民政厅,10\nB-2,乙,山西省民政厅,一千二百万\nB-3,丙,山西省民政厅,5\nB-3,丁,山西省民政厅,6\nB-5,戊,某不存在的单位,1\nB-6,己,山西省民政厅,7\n", ImportAcceptance.All);

        Assert.Equal(new ImportCounts(6, 2, 0, 0, 4), report.Counts);
        Assert.False(report.Written);
        Assert.Equal([2, 3, 5, 6], report.Findings.Select(f => f.Row));
        Assert.Contains("科学计数法", report.Findings[0].Rule, StringComparison.Ordinal);
        Assert.Contains("不是金额", report.Findings[1].Rule, StringComparison.Ordinal);
        Assert.Contains("与第 4 行「丙」重复", report.Findings[2].Rule, StringComparison.Ordinal);
        Assert.Contains("没有登记", report.Findings[3].Rule, StringComparison.Ordinal);
        report = await ImportAsync(plan, "项目代码,项目名称,建设单位,预算（万元）\nB-3,丙,山西省民政厅,5\nB-6,己,山西省民政厅,7\n");
        Assert.True(report.Written);
        report = await ImportAsync(plan, "项目代码,项目名称,建设单位,预算（万元）\nB-3,丙,山西省民政厅,\nB-6,己,山西省民政厅,8\n");
        Assert.Equal(new ImportCounts(2, 0, 1, 1, 0), report.Counts);
    }

    [Fact]
    public async Task Components_LinksMadeAtOnce_NeverCloseACircle()
    {
        var a = await RegisterAsync("并发组件甲", null);
        var b = await RegisterAsync("并发组件乙", null);

        var outcomes = await Task.WhenAll(LinkAsync(a, b.Id), LinkAsync(b, a.Id));

        Assert.Single(outcomes.OfType<Outcome<ComponentRow>.Done>());
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.SharedComponents.CountAsync(c => (c.Id == a.Id || c.Id == b.Id) && c.Content.ReplacesId != null));
    }

    [Fact]
    public async Task Components_ForANeededCapability_SuggestThemselvesUntilRetired()
    {
        var component = await RegisterAsync("政务服务好差评系统", null);
        Assert.Contains(await SuggestAsync("好差评"), s => s.Id == component.Id);

        Assert.Equal("ComponentWhyRetired", Assert.IsType<Outcome<ComponentRow>.Refused>(await bureau.AsAsync<ComponentService, Outcome<ComponentRow>>("reviewer", s => s.BecomeAsync(component.Id, component.Version, ComponentStatus.Retired, null))).Refusal.Code);
        Assert.Equal("NotPermitted", Assert.IsType<Outcome<ComponentRow>.Refused>(await bureau.AsAsync<ComponentService, Outcome<ComponentRow>>("liaison", s => s.BecomeAsync(component.Id, component.Version, ComponentStatus.Managed, null))).Refusal.Code);
        Assert.IsType<Outcome<ComponentRow>.Done>(await bureau.AsAsync<ComponentService, Outcome<ComponentRow>>("reviewer", s => s.BecomeAsync(component.Id, component.Version, ComponentStatus.Retired, "已并入新平台。")));
        Assert.DoesNotContain(await SuggestAsync("好差评"), s => s.Id == component.Id);
    }

    private static AnnualPlanView PlanDone(Outcome<AnnualPlanView> outcome)
    {
        Assert.True(outcome is Outcome<AnnualPlanView>.Done, (outcome as Outcome<AnnualPlanView>.Refused)?.Refusal.ToString());
        return ((Outcome<AnnualPlanView>.Done)outcome).View;
    }

    private Task<IReadOnlyList<ComponentSuggestion>> SuggestAsync(string capability) => bureau.AsAsync<ComponentService, IReadOnlyList<ComponentSuggestion>>("liaison", s => s.SuggestAsync(capability, default));

    private async Task<ComponentRow> RegisterAsync(string name, Guid? replaces) =>
        Assert.IsType<Outcome<ComponentRow>.Done>(await bureau.AsAsync<ComponentService, Outcome<ComponentRow>>("liaison", s => s.RegisterAsync(new ComponentContent { Name = name, Capabilities = ["并发", name], ReplacesId = replaces }))).View;

    private Task<Outcome<ComponentRow>> LinkAsync(ComponentRow row, Guid replaces) =>
        bureau.AsAsync<ComponentService, Outcome<ComponentRow>>("liaison", s => s.SaveAsync(row.Id, row.Version, new ComponentContent { Name = row.Name, Capabilities = row.Capabilities, ReplacesId = replaces }));

    private async Task<AnnualPlanView> PlanAsync(int year) =>
        PlanDone(await bureau.AsAsync<AnnualPlanService, Outcome<AnnualPlanView>>("govinfo", s => s.CreateAsync(new AnnualPlanContent { Title = $"{year}年度信息化项目建设计划", Year = year, Summary = "统筹集约。" })));

    private Task<Outcome<AnnualPlanView>> PlanActAsync(AnnualPlanView plan, AnnualPlanAction action, string who) => bureau.AsAsync<AnnualPlanService, Outcome<AnnualPlanView>>(who, s => s.ActAsync(plan.Id, plan.Version, action, null));

    private async Task<ListImportReport> ImportAsync(AnnualPlanView plan, string csv, ImportAcceptance accept = ImportAcceptance.All)
    {
        var (report, refusal) = await RunAsync(plan, csv, accept);
        Assert.Null(refusal);
        return report!;
    }

    private async Task<ImportRefusal?> ImportRefusedAsync(AnnualPlanView plan, string csv) => (await RunAsync(plan, csv, ImportAcceptance.All)).Refusal;

    private async Task<(ListImportReport? Report, ImportRefusal? Refusal)> RunAsync(AnnualPlanView plan, string csv, ImportAcceptance accept)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"projects-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, csv);
        try
        {
            return await bureau.AsAsync<ProjectImportService, (ListImportReport?, ImportRefusal?)>("govinfo", s => s.ProjectsAsync(plan.Id, new ImportRequest(path, "项目清单.csv", Guid.Empty), accept, default));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<ProjectDetailView> FreshAsync(ProjectDetailView project) => (await bureau.AsAsync<ProjectService, ProjectDetailView?>("reviewer", s => s.FindAsync(project.Id, default)))!;
}
