using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Seed;

/// <summary>What the demo plans say of themselves.</summary>
internal static class DemoPlanContents
{
    public static PlanContent Make(PlanRule rule, string place, DemoPlanLife life, IReadOnlyList<Plan> made) => new()
    {
        Title = $"{(rule.Name.Contains(place.TrimEnd('省'), StringComparison.Ordinal) ? "" : place)}{rule.Name.Split('或')[0]}（{life.From}—{life.To}年）",
        PeriodFrom = life.From,
        PeriodTo = life.To,
        Summary = $"提出{life.From}—{life.To}年{place}数据基础设施建设、公共数据汇聚共享、重点领域数据应用和安全保障的目标、任务和责任分工。",
        DraftedWith = $"{place}发展和改革委员会、{place}财政局",
        ContactName = DemoNames.Of(life.From + life.Days),
        ContactPhone = "12345",
        NationalPlan = life.From >= 2026 ? NationalPlanCheck.Included : NationalPlanCheck.NotChecked,
        NationalPlanNote = life.From >= 2026 ? $"{place}国民经济和社会发展第十五个五年规划纲要" : null,
        Upstream = [.. rule.Upstream.Select(u => Cite(u, life, made))],
    };

    public static PlanApproval Approval(Plan plan, Organisation government, DateOnly today) => new(government.Id,
        $"{Short(plan.RegionCode)}政发〔{today.Year}〕{10 + (plan.Kind[^1] - '0') + (plan.Content.PeriodTo!.Value % 7 * 10) + plan.Edition}号", today.AddDays(-3));

    public static string? Comment(PlanAction act) => act switch
    {
        PlanAction.Return => "目标与任务分工不对应，请修改后重新提交。",
        PlanAction.RequestSupplement => "材料不齐，请按清单一次性补正。",
        PlanAction.Resubmit => "已按告知事项补充，请审阅。",
        PlanAction.Refuse => "规划期与省总体规划不一致，合规意见见附页。",
        PlanAction.Repeal => "规划期届满，由新一期规划替代。",
        PlanAction.Record => "材料齐全，予以备案。",
        PlanAction.Amend => "国家和省有关部署调整，需要增加算力基础设施布局。",
        _ => null,
    };

    public static IReadOnlyList<FieldRemark> Remarks(PlanAction act) =>
        act == PlanAction.RequestSupplement ? [new("alignment", "请说明与省总体规划重点任务的对应关系。"), new("approval", "批准文件缺少附件页，请重新扫描。")] : [];

    /// <summary>The plan of that kind that is in force above, or a name where it is kept elsewhere.</summary>
    private static UpstreamCitation Cite(UpstreamRule asked, DemoPlanLife life, IReadOnlyList<Plan> made) =>
        made.LastOrDefault(p => p.Kind == asked.Kind && RegionCodes.Contains(p.RegionCode, life.Region) && PlanWorkflow.IsEffective(p.State)) is { } plan
            ? new UpstreamCitation(asked.Key, plan.Id, plan.Content.Title, plan.Content.Approval.Number ?? $"第 {plan.Edition} 版")
            : new UpstreamCitation(asked.Key, null, asked.Name, $"{life.From}—{life.To}年版");

    private static string Short(string region) => region switch { "140000" => "晋", "140100" => "并", "140105" => "并小", "350000" => "闽", _ => "石" };
}
