using DataBureau.Domain.Access;
using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;
using static DataBureau.Domain.ImplementationPlans.ImplementationPlanAction;

namespace DataBureau.Tests.Domain.ImplementationPlans;

/// <summary>Implementation plans brought into a state by the acts that lead there, never by setting it.</summary>
internal static class ImplementationPlanCases
{
    public static readonly Actor Drafter = Actors.Of(Role.Liaison, Actors.Owner, Actors.Province);
    public static readonly Actor Head = Actors.Of(Role.DepartmentHead, Actors.Owner, Actors.Province);
    public static readonly Actor Officer = Actors.Of(Role.FilingOfficer, Actors.Authority, Actors.Province);

    public static readonly FieldRemark[] Notice = [new("plan", "实施方案缺少投资估算表。")];

    private static readonly Dictionary<ImplementationPlanState, ImplementationPlanAction[]> Ways = new()
    {
        [ImplementationPlanState.Draft] = [],
        [ImplementationPlanState.InternalReview] = [Submit],
        [ImplementationPlanState.PendingFiling] = [Submit, Approve],
        [ImplementationPlanState.Supplementing] = [Submit, Approve, RequestSupplement],
        [ImplementationPlanState.Accepted] = [Submit, Approve, Accept],
        [ImplementationPlanState.Filed] = [Submit, Approve, Accept, ImplementationPlanAction.Record],
        [ImplementationPlanState.FilingRefused] = [Submit, Approve, Accept, Refuse],
        [ImplementationPlanState.Cancelled] = [Submit, Approve, Accept, ImplementationPlanAction.Record, Cancel],
        [ImplementationPlanState.Discarded] = [Discard],
    };

    public static readonly ImplementationPlanContent Content = new()
    {
        Title = "智慧养老服务平台",
        Field = "民政",
        Summary = "建设全省统一的养老服务信息平台。",
        Budget = 1280.50m,
        Start = new DateOnly(2026, 3, 1),
        Finish = new DateOnly(2027, 12, 1),
    };

    public static ImplementationPlan Draft(string region = Actors.Province, ImplementationPlanContent? content = null)
    {
        var plan = ImplementationPlan.Draft(Guid.NewGuid(), Actors.Owner, region, content ?? Content, Entries.Now);
        plan.Know(new ImplementationPlanFacts(
            new FilingFacts(new FilingRule(Responsibilities.DataAuthority, Above: false), "J01", "山西省", null, new FilingRecipient(Actors.Authority, "山西省数据局", Abolished: false), []),
            new HashSet<string>(["plan"], StringComparer.Ordinal), LaterEditionUnderWay: false));
        return plan;
    }

    public static ImplementationPlan In(ImplementationPlanState state)
    {
        if (state == ImplementationPlanState.Superseded)
        {
            var old = In(ImplementationPlanState.Filed);
            old.Supersede(Entries.Now);
            return old;
        }

        var plan = Draft();
        foreach (var action in Ways[state])
            Assert.IsType<Decision<ImplementationPlanState>.Accepted>(plan.Attempt(action, WhoDoes(action)));
        Assert.Equal(state, plan.State);
        return plan;
    }

    public static Refusal? Try(this ImplementationPlan plan, ImplementationPlanAction action, Actor? by = null, string? comment = "依据核对结果办理。", IReadOnlyList<FieldRemark>? remarks = null) =>
        (plan.Attempt(action, by ?? WhoDoes(action), comment, remarks) as Decision<ImplementationPlanState>.Refused)?.Refusal;

    /// <summary>Reads the world again as the runner does, and acts.</summary>
    public static Decision<ImplementationPlanState> Attempt(this ImplementationPlan plan, ImplementationPlanAction action, Actor actor, string? comment = "依据核对结果办理。", IReadOnlyList<FieldRemark>? remarks = null)
    {
        plan.Know(plan.Facts with { Filing = plan.Filing with { Recipient = plan.RecipientId is null ? null : plan.Filing.Recipient ?? plan.Filing.RecipientNow } });
        return plan.Act(action, comment, new GuardContext(actor, PolicyLibrary.Embedded.For(plan.RegionCode), Entries.Now) { Remarks = remarks ?? (action == RequestSupplement ? Notice : []) });
    }

    public static Actor WhoDoes(ImplementationPlanAction action) => action switch
    {
        Approve or Return => Head,
        Accept or RequestSupplement or ImplementationPlanAction.Record or Refuse => Officer,
        _ => Drafter,
    };
}
