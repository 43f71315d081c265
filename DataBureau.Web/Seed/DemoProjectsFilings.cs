using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.ImplementationPlans;
using static DataBureau.Domain.ImplementationPlans.ImplementationPlanAction;

namespace DataBureau.Web.Seed;

/// <summary>Demo implementation plans, brought where they stand by the same acts that people use.</summary>
internal sealed class DemoProjectsFilings(BureauDbContext db, PolicyLibrary policies, DemoFilingTools tools, ImplementationPlanCase rules, DateTimeOffset now)
{
    private const string Region = "140000";

    public async Task AddAsync(IReadOnlyList<Organisation> organisations)
    {
        var office = organisations.First(o => o.RegionCode == Region && o.Responsibilities.HasFlag(Responsibilities.DataAuthority));
        foreach (var life in DemoProjectsLives.Plans)
            await LiveAsync(life, organisations.First(o => o.RegionCode == Region && o.Name.EndsWith(life.Department, StringComparison.Ordinal)), office);
    }

    private async Task LiveAsync(DemoProjectLife life, Organisation body, Organisation office)
    {
        var (drafter, head, officer) = (tools.Person(body, Role.Liaison), tools.Person(body, Role.DepartmentHead), tools.Person(office, Role.Reviewer));
        var at = DemoFilingTools.OfficeHours(now.AddDays(-life.Days));
        var plan = ImplementationPlan.Draft(Guid.CreateVersion7(at), body.Id, Region, Content(life, at), at);
        ImplementationPlan? earlier = null;
        await StartAsync(plan, body, drafter, "新建", at);
        foreach (var act in life.Acts)
        {
            at = DemoFilingTools.OfficeHours(at.AddDays(Math.Max(1, life.Days / (life.Acts.Length + 2))));
            if (act == Resubmit)
                await tools.AttachAsync(ImplementationPlan.CaseKind, plan.Id, plan.Content.Title, ImplementationPlanFields.Text, body, drafter, at);
            await ActAsync(plan, act, act is Approve or Return ? head : act is Accept or RequestSupplement or ImplementationPlanAction.Record or Refuse ? officer : drafter, office, at);
            if (act == ImplementationPlanAction.Record && earlier is not null)
            {
                earlier.Supersede(at);
                db.History.Add(CaseSteps.Entry<ImplementationPlanState>(ImplementationPlan.CaseKind, earlier.Id, earlier.Version, "替代", ImplementationPlanState.Filed, earlier.State, $"由第 {plan.Edition} 版替代。", officer, at));
            }

            if (act == Amend)
            {
                (earlier, plan) = (plan, plan.NextEdition(Guid.CreateVersion7(at), plan.Edition + 1, at));
                await StartAsync(plan, body, drafter, Amend.ChineseName(), at);
            }
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private async Task StartAsync(ImplementationPlan plan, Organisation body, Actor drafter, string how, DateTimeOffset at)
    {
        db.ImplementationPlans.Add(plan);
        db.History.Add(CaseSteps.Entry<ImplementationPlanState>(ImplementationPlan.CaseKind, plan.Id, plan.Version, how, null, plan.State, null, drafter, at));
        await tools.AttachAsync(ImplementationPlan.CaseKind, plan.Id, plan.Content.Title, ImplementationPlanFields.Text, body, drafter, at);
    }

    private async Task ActAsync(ImplementationPlan plan, ImplementationPlanAction act, Actor actor, Organisation office, DateTimeOffset at)
    {
        var policy = policies.For(Region);
        var to = DemoFilingTools.Office(office);
        var known = new HashSet<string>([ImplementationPlanFields.Text.Key], StringComparer.Ordinal);
        plan.Know(new ImplementationPlanFacts(new FilingFacts(policy.Projects.ImplementationFiling!.Filing, ImplementationPlanWorkflow.Mechanism, office.Name, plan.RecipientId is null ? null : to, to, plan.OpenedRound is { } round ? [round] : []) { Supplied = known }, known, LaterEditionUnderWay: false));
        var (from, comment, opened) = (plan.State, Comment(act), plan.OpenedRound);
        FieldRemark[] remarks = act == RequestSupplement ? [new(ImplementationPlanFields.Text.Key, "实施方案缺少投资估算表。"), new(nameof(ImplementationPlanContent.Budget), "总投资与方案正文不一致，请核对。")] : [];
        if (plan.Act(act, comment, new GuardContext(actor, policy, at) { Remarks = remarks }) is Decision<ImplementationPlanState>.Refused refused)
            throw new InvalidOperationException($"Demo implementation plan {plan.Content.Title}: {act} was refused: {refused.Refusal.Code}.");
        if (plan.OpenedRound is { } asked && asked != opened)
            db.Add(asked);
        if (act == ImplementationPlanAction.Record)
            plan.TakeNumber(await tools.NumberAsync(ImplementationPlanCase.FilingNumbers, office, plan.Id, plan.Content.Title, actor, at));
        db.History.Add(CaseSteps.Entry<ImplementationPlanState>(ImplementationPlan.CaseKind, plan.Id, plan.Version, act.ChineseName(), from, plan.State, comment, actor, at));
        await tools.FollowAsync(rules, plan, plan.Id, at);
    }

    private static ImplementationPlanContent Content(DemoProjectLife life, DateTimeOffset at)
    {
        var month = new DateOnly(ChinaTime.DateOf(at).Year, ChinaTime.DateOf(at).Month, 1);
        return new ImplementationPlanContent
        {
            Title = life.Title,
            Field = life.Field,
            Summary = $"建设{life.Title}，梳理{life.Field}领域公共数据并编入全省目录，依托现有支撑平台集约建设。",
            Budget = life.Budget,
            Start = month.AddMonths(2),
            Finish = month.AddMonths(14),
            ContactName = DemoNames.Of(life.Days + life.Title.Length),
            ContactPhone = "12345",
        };
    }

    private static string? Comment(ImplementationPlanAction act) => act switch
    {
        RequestSupplement => "材料不齐，请按清单一次性补正。",
        Resubmit => "已按告知事项补充，请审阅。",
        Refuse => "与已建平台功能重复，请先与相关部门衔接。",
        Cancel => "项目调整，不再实施。",
        ImplementationPlanAction.Record => "材料齐全，予以备案。",
        Amend => "建设范围调整，需要变更实施方案。",
        _ => null,
    };
}
