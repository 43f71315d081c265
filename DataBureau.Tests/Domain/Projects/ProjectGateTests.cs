using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;
using static DataBureau.Tests.Domain.Projects.ProjectCases;

namespace DataBureau.Tests.Domain.Projects;

/// <summary>Every gate: what it refuses, in which jurisdiction, and that it cites its provision.</summary>
public sealed class ProjectGateTests
{
    private static readonly ConsultationFact Open = new(ConsultationStage.Open, Guid.NewGuid(), null);

    [Theory]
    [InlineData(ConsultationStage.None)]
    [InlineData(ConsultationStage.Open)]
    public void Report_AnnualPlanOfTheProvinceWithoutConclusion_RefusedWithItsProvision(ConsultationStage stage)
    {
        var plan = AnnualPlanCases.In(AnnualPlanState.ForReport);
        plan.Know(plan.Facts with { Consultation = new ConsultationFact(stage, null, null) });

        var refusal = plan.Try(AnnualPlanAction.Report, AnnualPlanCases.Planner)!;

        Assert.Equal(("ConsultationMissing", "J03"), (refusal.Code, refusal.Basis?.Mechanism));
        Assert.Contains("应由政务信息管理部门发起，与数据主管部门会商", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(AnnualPlanState.ForReport, plan.State);
    }

    [Theory]
    [InlineData("350000")]
    [InlineData("130100")]
    [InlineData(Actors.City)]
    public void Report_WhereNoRuleAsks_NeedsNoConsultation(string region)
    {
        var plan = AnnualPlanCases.In(AnnualPlanState.ForReport, region);
        plan.Know(plan.Facts with { Consultation = ConsultationFact.None });

        Assert.Null(plan.Try(AnnualPlanAction.Report, AnnualPlanCases.Planner));
    }

    [Fact]
    public void Submit_AnnualPlanWithProjectsNotCompared_NamesThem()
    {
        var plan = AnnualPlanCases.Draft();
        plan.Know(plan.Facts with { WithoutReuse = ["养老服务信息平台"] });

        var refusal = plan.Try(AnnualPlanAction.Submit, AnnualPlanCases.Planner)!;

        Assert.Equal(("AnnualPlanReuseOpen", "J05"), (refusal.Code, refusal.Basis?.Mechanism));
        Assert.Contains("养老服务信息平台", refusal.Details.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Reply_NotJudged_Refused()
    {
        var project = In(ProjectState.InternalReview);
        Assert.Null(project.Try(ProjectAction.Approve, Head));

        Assert.Equal(("ProjectNotJudged", "J04"), (project.Try(ProjectAction.Reply, Reviewer) is { } r ? (r.Code, r.Basis?.Mechanism) : default));
    }

    [Fact]
    public void Reply_JudgedYes_WaitsForTheConclusion()
    {
        var project = In(ProjectState.PendingReply);
        Assert.Null(project.Try(ProjectAction.JudgeInformatization, Reviewer, "含平台软件开发。"));
        Assert.Equal((true, "含平台软件开发。", Reviewer.Name), (project.Judgement!.Informatization, project.Judgement.Why, project.Judgement.By));
        foreach (var fact in new[] { ConsultationFact.None, Open })
        {
            project.Know(project.Facts with { Consultation = fact });
            var refusal = project.Try(ProjectAction.Reply, Reviewer)!;
            Assert.Equal(("ConsultationMissing", "J04"), (refusal.Code, refusal.Basis?.Mechanism));
            Assert.Contains("应由数据主管部门发起，与政务信息管理部门会商", refusal.Sentence, StringComparison.Ordinal);
        }

        project.Know(project.Facts with { Consultation = AnnualPlanCases.Concluded });
        Assert.Null(project.Try(ProjectAction.Reply, Reviewer));
    }

    [Fact]
    public void Reply_JudgedNo_NeedsNoConsultation() => Assert.Null(In(ProjectState.PendingReply).Try(ProjectAction.Reply, Reviewer));

    [Theory]
    [InlineData("350000")]
    [InlineData(Actors.City)]
    public void Reply_WhereNoRuleAsks_NeitherJudgementNorConsultation(string region)
    {
        var project = In(ProjectState.InternalReview, region);
        Assert.Null(project.Try(ProjectAction.Approve, Head));

        Assert.Null(project.Try(ProjectAction.Reply, Reviewer));
    }

    [Fact]
    public void Judge_WithoutReason_Refused() => Assert.Equal("CommentRequired", In(ProjectState.PendingReply).Try(ProjectAction.JudgeInformatization, Reviewer, " ")?.Code);

    [Fact]
    public void Return_Judged_IsJudgedAnew()
    {
        var project = In(ProjectState.PendingReply);

        Assert.Null(project.Try(ProjectAction.Return, Reviewer));

        Assert.Null(project.Judgement);
    }

    [Fact]
    public void Judge_ProjectOfAnAnnualPlan_HasNothingToJudgeAndIsNotOfferedIt()
    {
        var project = Draft(plan: Guid.NewGuid());
        Assert.Null(project.Try(ProjectAction.Submit, Builder));
        Assert.Null(project.Try(ProjectAction.Approve, Head));

        Assert.Equal("ProjectNothingToJudge", project.Try(ProjectAction.JudgeInformatization, Reviewer)?.Code);
        Assert.Equal("ProjectPlanNotApproved", project.Try(ProjectAction.Reply, Reviewer)?.Code);
        project.Know(project.Facts with { PlanState = AnnualPlanState.Approved });
        Assert.Null(project.Try(ProjectAction.Reply, Reviewer));
    }

    [Fact]
    public void Submit_EachGateOfTheProvince_RefusesWithItsProvision()
    {
        (ProjectContent Content, string Code, string Mechanism)[] cases =
        [
            (Content() with { Reuse = [] }, "ProjectReuseOpen", "J05"),
            (Content() with { Reuse = [new("电子证照", ReuseConclusion.Open, null, null, null)] }, "ProjectReuseOpen", "J05"),
            (Content() with { Reuse = [new("电子证照", ReuseConclusion.NotSufficient, null, null, null)] }, "ProjectReuseOpen", "J05"),
            (Content() with { Deployment = Deployment.Unknown }, "ProjectDeploymentUnknown", "J09"),
            (Content() with { Deployment = Deployment.Own }, "ProjectDeploymentReason", "J09"),
        ];
        foreach (var (content, code, mechanism) in cases)
        {
            var refusal = Draft(content: content).Try(ProjectAction.Submit, Builder);
            Assert.Equal((code, mechanism), (refusal?.Code, refusal?.Basis?.Mechanism));
            Assert.Null(Draft("350000", content).Try(ProjectAction.Submit, Builder));
        }

        Assert.Null(Draft(content: Content() with { Deployment = Deployment.Classified }).Try(ProjectAction.Submit, Builder));
        Assert.Null(Draft(content: Content() with { Deployment = Deployment.Own, DeploymentReason = "等保四级专网。" }).Try(ProjectAction.Submit, Builder));
    }

    [Fact]
    public void Submit_OutsourcedInTheCity_EveryPointSettled()
    {
        var outsourced = Content() with { Outsourced = true, OutsourcedTo = "某数据公司" };

        var refusal = Draft(Actors.City, outsourced).Try(ProjectAction.Submit, Builder)!;

        Assert.Equal(("ProjectOutsourcingOpen", "J11", 5), (refusal.Code, refusal.Basis?.Mechanism, refusal.Details.Length));
        Assert.Null(Draft(Actors.City, outsourced with { Outsourcing = [.. Enum.GetValues<OutsourcingCheck>().Select(c => new OutsourcingAnswer(c, "合同第五章。"))] }).Try(ProjectAction.Submit, Builder));
        Assert.Null(Draft(Actors.Province, outsourced).Try(ProjectAction.Submit, Builder));
    }

    [Fact]
    public void Submit_EmptyDataList_RefusedUnlessItMakesNoData()
    {
        var project = Draft();
        project.Know(ProjectFacts.None);
        Assert.Equal("ProjectNoDataList", project.Try(ProjectAction.Submit, Builder)?.Code);

        var network = Draft(content: Content() with { NoDataReason = "只建设网络链路。" });
        network.Know(ProjectFacts.None);
        Assert.Null(network.Try(ProjectAction.Submit, Builder));
    }

    [Theory]
    [InlineData(ProjectState.Building, ProjectAction.AskAcceptance)]
    [InlineData(ProjectState.AcceptanceReturned, ProjectAction.AskAcceptance)]
    [InlineData(ProjectState.PendingAcceptance, ProjectAction.Accept)]
    public void Acceptance_ItemWithoutApprovedEntry_IsNotToBeArguedAway(ProjectState state, ProjectAction action)
    {
        var project = In(state);
        project.Know(project.Facts with { Findings = [new(Guid.NewGuid(), "床位数据", "床位数据", DataItemProblem.NotMatched, null, null)] });

        var refusal = project.Try(action, action == ProjectAction.Accept ? Reviewer : Builder, "情况特殊，请先验收。")!;

        Assert.Equal(("ProjectDataNotCatalogued", "J07"), (refusal.Code, refusal.Basis?.Mechanism));
        Assert.Contains("床位数据", refusal.Details[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(state, project.State);
    }

    [Fact]
    public void Acceptance_WhereNoRuleAsks_IsNoGate()
    {
        var project = In(ProjectState.Building, "350000");
        project.Know(project.Facts with { Findings = [new(Guid.NewGuid(), "床位数据", "床位数据", DataItemProblem.NotMatched, null, null)] });

        Assert.Null(project.Try(ProjectAction.AskAcceptance, Builder));
    }

    [Fact]
    public void Acceptance_NewComponentNotRegistered_Refused()
    {
        var project = In(ProjectState.Building);
        Assert.Null(project.Edit(project.Content with { NewComponents = ["养老评估模型服务"] }, Builder, Entries.Now));

        var refusal = project.Try(ProjectAction.AskAcceptance, Builder)!;
        Assert.Equal(("ProjectComponentsMissing", "J06"), (refusal.Code, refusal.Basis?.Mechanism));

        Assert.Null(project.Edit(project.Content with { NewComponents = [] }, Builder, Entries.Now));
        Assert.Equal("ProjectComponentsMissing", project.Try(ProjectAction.AskAcceptance, Builder)?.Code);
        project.Know(project.Facts with { RegisteredComponents = new HashSet<string>(["养老评估模型服务"], StringComparer.Ordinal) });
        Assert.Null(project.Try(ProjectAction.AskAcceptance, Builder));
    }

    [Theory]
    [InlineData(CatalogueState.Draft, DataItemProblem.EntryNotApproved)]
    [InlineData(CatalogueState.UnderReview, DataItemProblem.EntryNotApproved)]
    [InlineData(CatalogueState.Retired, DataItemProblem.EntryNotApproved)]
    [InlineData(CatalogueState.Approved, null)]
    [InlineData(CatalogueState.Published, null)]
    public void Gate_EntryInAState_CountsOnlyOnceApproved(CatalogueState state, DataItemProblem? problem)
    {
        var lineage = Guid.NewGuid();

        var findings = AcceptanceGate.Check(Actors.Owner, [new(Guid.NewGuid(), "床位数据", "床位数据", lineage)], [new(lineage, Guid.NewGuid(), Actors.Owner, state, "床位数据")]);

        Assert.Equal(problem, findings.SingleOrDefault()?.Problem);
    }

    [Fact]
    public void Gate_ChangeUnderWayBesideThePublishedRevision_TakesNothingAway()
    {
        var lineage = Guid.NewGuid();

        Assert.Empty(AcceptanceGate.Check(Actors.Owner, [new(Guid.NewGuid(), "床位数据", "床位数据", lineage)],
            [new(lineage, Guid.NewGuid(), Actors.Owner, CatalogueState.Draft, "床位数据"), new(lineage, Guid.NewGuid(), Actors.Owner, CatalogueState.Published, "床位数据")]));
    }

    [Fact]
    public void Gate_EntryOfAnotherBodyOrGone_DoesNotCount()
    {
        var lineage = Guid.NewGuid();
        GateItem item = new(Guid.NewGuid(), "床位数据", "床位数据", lineage);

        Assert.Equal(DataItemProblem.EntryOfAnotherBody, AcceptanceGate.Check(Actors.Owner, [item], [new(lineage, Guid.NewGuid(), Actors.Neighbour, CatalogueState.Published, "床位数据")]).Single().Problem);
        Assert.Equal(DataItemProblem.EntryGone, AcceptanceGate.Check(Actors.Owner, [item], []).Single().Problem);
    }

    [Fact]
    public void Submitter_OfWhateverStep_DoesNotDecideOnIt()
    {
        var all = new DataBureau.Domain.Workflow.Actor(Guid.NewGuid(), "某人", Actors.Owner, "某单位",
            [.. Roles.AllPermissions.SelectMany(p => new[] { Actors.Owner, Actors.Authority }.Select(o => new DataBureau.Domain.Workflow.Grant(p, o, Actors.Province, DataBureau.Domain.Workflow.GrantScope.Organisation)))]);
        var project = Draft();
        Assert.Null(project.Try(ProjectAction.Submit, all));
        Assert.Equal("OwnSubmission", project.Try(ProjectAction.Approve, all)?.Code);
        Assert.Null(project.Try(ProjectAction.Approve, Head));
        Assert.Equal("OwnSubmission", project.Try(ProjectAction.JudgeOther, all)?.Code);
        Assert.Equal("OwnSubmission", project.Try(ProjectAction.Reply, all)?.Code);
    }
}
