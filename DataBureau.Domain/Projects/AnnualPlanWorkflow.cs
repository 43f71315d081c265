using System.Collections.Immutable;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.Projects.AnnualPlanAction;
using static DataBureau.Domain.Projects.AnnualPlanState;
using static DataBureau.Domain.Workflow.CaseSide;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.Projects.AnnualPlanState, DataBureau.Domain.Projects.AnnualPlanAction, DataBureau.Domain.Projects.AnnualPlan>;

namespace DataBureau.Domain.Projects;

/// <summary>Everything that annual plans can refuse, beyond what every workflow refuses.</summary>
public static class AnnualPlanRefusals
{
    public static Refusal Incomplete(IReadOnlyList<RefusalDetail> missing) =>
        new("AnnualPlanIncomplete", $"还有 {missing.Count} 处没有填写，补齐后才能提交。") { Details = [.. missing] };

    public static Refusal ReuseOpen(IReadOnlyList<string> names, LegalBasis? basis) =>
        new("AnnualPlanReuseOpen", $"项目清单中有 {names.Count} 个项目的复用检查表没有填完，或所列平台、组件不在登记册中、已停用，不能会商和报批。请建设单位补齐。", basis)
        {
            Details = [.. names.Take(ProjectRefusals.Named).Select(n => new RefusalDetail(null, $"「{n}」的复用检查表还要补齐，请在该项目中查看。"))],
        };

    public static Refusal ApprovalNotRegistered(IReadOnlyList<RefusalDetail> findings) =>
        new("AnnualPlanApproval", "批准信息还没有登记完整，请先点「填写批准信息」补齐。") { Details = [.. findings] };

    public static Refusal NotEditable(AnnualPlanState state) => new("AnnualPlanNotEditable", $"当前状态是「{state.ChineseName()}」，内容不能修改。");

    public static Refusal YearRange() => new("AnnualPlanYear", "年度应是 1990 到 2100 之间的四位年份。") { Details = [new(nameof(AnnualPlanContent.Year), "请核对年份。")] };

    public static Refusal TitleRequired() => new("AnnualPlanTitle", "请填写计划名称。") { Details = [new(nameof(AnnualPlanContent.Title), "请填写计划名称。")] };

    public static Refusal TooLong() => new("TooLong", $"计划名称不超过 {AnnualPlan.TitleLimit} 字，说明不超过 {AnnualPlan.TextLimit} 字，联系方式和文号不超过 100 字，请精简。");

    public static Refusal Exists(int? year) => new("AnnualPlanExists", $"本单位已有 {year} 年度的建设计划，请在那一件上继续。");

    public static Refusal NotTheRegulator() =>
        new("AnnualPlanRegulator", "年度建设计划由政务信息管理部门编制，本单位没有登记这项职责。如属漏登，请系统管理员在「组织机构」中补登。");
}

/// <summary>J03: the plan goes to the government only after its consultation is concluded, where a rule asks for one.</summary>
public static class AnnualPlanWorkflow
{
    private static readonly Guard<AnnualPlan> Complete = new(nameof(Complete), static (plan, _) =>
        Missing(plan).ToList() is { Count: > 0 } missing ? AnnualPlanRefusals.Incomplete(missing) : null);

    /// <summary>J05: what is not compared with what exists is neither consulted on nor reported.</summary>
    private static readonly Guard<AnnualPlan> ReuseCompared = new(nameof(ReuseCompared), static (plan, context) =>
        context.Policy.Projects.ReuseFirst && plan.Facts.WithoutReuse.Count > 0 ? AnnualPlanRefusals.ReuseOpen(plan.Facts.WithoutReuse, context.Policy.BasisOf("J05")) : null);

    public static readonly Guard<AnnualPlan> ConsultationConcluded = new(nameof(ConsultationConcluded), static (plan, context) =>
        Asked(plan, context.Policy) is { } rule && plan.Facts.Consultation.Stage != ConsultationStage.Concluded
            ? ProjectRefusals.NotConsulted("报批", rule, plan.Facts.Consultation, context.Policy.BasisOf(rule.Mechanism)) : null);

    private static readonly Guard<AnnualPlan> ApprovalRegistered = new(nameof(ApprovalRegistered), static (plan, context) =>
        Approval(plan.Content, ChinaTime.DateOf(context.Now)).ToList() is { Count: > 0 } findings ? AnnualPlanRefusals.ApprovalNotRegistered(findings) : null);

    public static readonly WorkflowTable<AnnualPlanState, AnnualPlanAction, AnnualPlan> Table = new(p => p.State, p => p.Location,
        new Row(Draft, Submit, InternalReview, ProjectPermissions.Plan, Authority) { Guards = [Complete, ReuseCompared], Mechanisms = ["J05"] },
        new Row(Draft, Discard, Discarded, ProjectPermissions.Plan, Authority) { NeedsComment = true, IsRight = true },
        new Row(InternalReview, Withdraw, Draft, ProjectPermissions.Plan, Authority) { IsRight = true },
        new Row(InternalReview, Approve, ForReport, ProjectPermissions.SignOff, Authority) { Guards = [NotOwnSubmission("审签")], Judges = true },
        new Row(InternalReview, Return, Draft, ProjectPermissions.SignOff, Authority) { Guards = [NotOwnSubmission("退回")], Judges = true, NeedsComment = true },
        new Row(ForReport, Report, Reported, ProjectPermissions.Plan, Authority) { Guards = [ReuseCompared, ConsultationConcluded], Mechanisms = ["J03", "J05"] },
        new Row(ForReport, Withdraw, Draft, ProjectPermissions.Plan, Authority) { NeedsComment = true, IsRight = true },
        new Row(Reported, RecordApproval, Approved, ProjectPermissions.Plan, Authority) { Guards = [ApprovalRegistered] },
        new Row(Reported, NotApproved, Draft, ProjectPermissions.Plan, Authority) { NeedsComment = true });

    public static readonly ImmutableArray<AnnualPlanState> MainLine = [Draft, InternalReview, ForReport, Reported, Approved];

    public static bool IsEditable(AnnualPlanState state) => state is Draft or Reported;

    /// <summary>The consultation that a rule asks for here; null where it is by choice.</summary>
    public static ConsultationRule? Asked(AnnualPlan plan, JurisdictionPolicy policy) => policy.Projects.Asked(ConsultationTrigger.AnnualPlan, plan.Level);

    public static Refusal? Limits(AnnualPlanContent content)
    {
        if (content.Title.Length > AnnualPlan.TitleLimit || content.Summary?.Length > AnnualPlan.TextLimit || content.ContactName?.Length > 50 || content.ContactPhone?.Length > 50 || content.ApprovalNumber?.Length > 100)
            return AnnualPlanRefusals.TooLong();
        if (string.IsNullOrWhiteSpace(content.Title))
            return AnnualPlanRefusals.TitleRequired();
        return content.Year is null or < 1990 or > 2100 ? AnnualPlanRefusals.YearRange() : null;
    }

    private static IEnumerable<RefusalDetail> Missing(AnnualPlan plan)
    {
        if (string.IsNullOrWhiteSpace(plan.Content.Summary))
            yield return new(nameof(AnnualPlanContent.Summary), "请写明编制依据和总体安排。");
        if (plan.Facts.Projects == 0)
            yield return new(null, "项目清单是空的，请导入或新建列入计划的项目。");
    }

    private static IEnumerable<RefusalDetail> Approval(AnnualPlanContent content, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(content.ApprovalNumber))
            yield return new(nameof(content.ApprovalNumber), "请填写批准文号。");
        if (content.ApprovalDate is null)
            yield return new(nameof(content.ApprovalDate), "请填写批准日期。");
        else if (content.ApprovalDate > today)
            yield return new(nameof(content.ApprovalDate), "批准日期在今天之后，请核对。");
    }

    private static Guard<AnnualPlan> NotOwnSubmission(string act) => new(nameof(NotOwnSubmission), (plan, context) =>
        plan.SubmittedById == context.Actor.UserId ? WorkflowRefusals.OwnSubmission(act) : null) { Excuses = true };
}
