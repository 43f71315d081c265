using DataBureau.Domain.Projects;
using static DataBureau.Tests.Domain.Projects.ProjectCases;

namespace DataBureau.Tests.Domain.Projects;

/// <summary>J03, J04: what was consulted on is what is decided on, and is not judged away meanwhile.</summary>
public sealed class ConsultationGateTests
{
    private static readonly ConsultationFact Open = new(ConsultationStage.Open, Guid.NewGuid(), null);

    [Fact]
    public void Report_ProjectChangedAfterTheConsultation_IsOutdatedAndNamesTheProject()
    {
        var plan = AnnualPlanCases.In(AnnualPlanState.ForReport);
        var outdated = AnnualPlanCases.Concluded.Against(contentChanged: false, [new("养老服务信息平台", ListedChange.Edited), new("一网通办", ListedChange.Ended)]);
        plan.Know(plan.Facts with { Consultation = outdated });

        var refusal = plan.Try(AnnualPlanAction.Report, AnnualPlanCases.Planner)!;

        Assert.Equal((ConsultationStage.Outdated, "ConsultationMissing", "J03"), (outdated.Stage, refusal.Code, refusal.Basis?.Mechanism));
        Assert.Contains("之后内容又有修改（修改了项目「养老服务信息平台」、终止了项目「一网通办」），须重新会商", refusal.Sentence, StringComparison.Ordinal);
        Assert.True(outdated.MayBegin);
        Assert.Equal(AnnualPlanCases.Concluded, AnnualPlanCases.Concluded.Against(contentChanged: false, []));
    }

    [Fact]
    public void Report_ReuseTableEmptiedAfterTheSubmission_Refused()
    {
        var plan = AnnualPlanCases.In(AnnualPlanState.ForReport);
        plan.Know(plan.Facts with { WithoutReuse = ["养老服务信息平台"] });

        Assert.Equal(("AnnualPlanReuseOpen", "J05"), plan.Try(AnnualPlanAction.Report, AnnualPlanCases.Planner) is { } r ? (r.Code, r.Basis?.Mechanism) : default);
    }

    [Theory]
    [InlineData(ProjectAction.JudgeInformatization, ProjectAction.JudgeOther)]
    [InlineData(ProjectAction.JudgeInformatization, ProjectAction.JudgeInformatization)]
    [InlineData(ProjectAction.JudgeOther, ProjectAction.JudgeInformatization)]
    public void Judge_AgainWhileTheConsultationIsOpen_RefusedAndTheJudgementStands(ProjectAction first, ProjectAction again)
    {
        var project = In(ProjectState.PendingReply);
        Assert.Null(project.Try(first, Reviewer, "先前的理由。"));
        project.Know(project.Facts with { Consultation = Open });

        var refusal = project.Try(again, Reviewer, "改主意了。")!;

        Assert.Equal(("ProjectJudgementStands", "J04", "会商进行中，不能改变判定；请先终止或办结会商。"), (refusal.Code, refusal.Basis?.Mechanism, refusal.Sentence));
        Assert.Equal("先前的理由。", project.Judgement!.Why);
        project.Know(project.Facts with { Consultation = AnnualPlanCases.Concluded });
        Assert.Null(project.Try(again, Reviewer, "会商已办结。"));
    }

    [Fact]
    public void Judge_BroughtAnewWhileTheOldConsultationIsOpen_MayOnlyAskForIt()
    {
        var project = In(ProjectState.InternalReview);
        Assert.Null(project.Try(ProjectAction.Approve, Head));
        project.Know(project.Facts with { Consultation = Open });

        Assert.Equal("ProjectJudgementStands", project.Try(ProjectAction.JudgeOther, Reviewer)?.Code);
        Assert.Null(project.Try(ProjectAction.JudgeInformatization, Reviewer));
    }
}
