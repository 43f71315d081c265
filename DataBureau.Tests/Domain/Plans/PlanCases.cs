using DataBureau.Domain.Access;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.Plans;

/// <summary>Plans brought into a state by the acts that lead there, never by setting it.</summary>
internal static class PlanCases
{
    public static readonly Guid Organ = Guid.Parse("00000000-0000-0000-0000-0000000000c1");

    public static readonly Actor Planner = Actors.Of(Role.Liaison, Actors.Owner);
    public static readonly Actor Head = Actors.Of(Role.DepartmentHead, Actors.Owner);
    public static readonly Actor Officer = Actors.Of(Role.FilingOfficer, Actors.Authority, Actors.Province);

    public static readonly PlanApproval Approval = new(Organ, "并政发〔2026〕12号", new DateOnly(2026, 10, 8));

    private static readonly FieldRemark[] Notice = [new("alignment", "请说明与省总体规划第三章的衔接。")];

    private static readonly (PlanAction Action, Actor By)[] ToApproved = [(PlanAction.Submit, Planner), (PlanAction.Approve, Head), (PlanAction.RecordApproval, Planner)];
    private static readonly (PlanAction Action, Actor By)[] ToAccepted = [.. ToApproved, (PlanAction.SendForFiling, Planner), (PlanAction.Accept, Officer)];

    private static readonly Dictionary<PlanState, (string Kind, (PlanAction Action, Actor By)[] Way)> Ways = new()
    {
        [PlanState.Draft] = ("P02", []),
        [PlanState.InternalReview] = ("P02", [(PlanAction.Submit, Planner)]),
        [PlanState.ForApproval] = ("P02", [(PlanAction.Submit, Planner), (PlanAction.Approve, Head)]),
        [PlanState.Settled] = ("P09", [(PlanAction.Submit, Planner), (PlanAction.Settle, Head)]),
        [PlanState.Approved] = ("P02", ToApproved),
        [PlanState.PendingFiling] = ("P02", [.. ToApproved, (PlanAction.SendForFiling, Planner)]),
        [PlanState.Supplementing] = ("P02", [.. ToApproved, (PlanAction.SendForFiling, Planner), (PlanAction.RequestSupplement, Officer)]),
        [PlanState.Accepted] = ("P02", ToAccepted),
        [PlanState.Filed] = ("P02", [.. ToAccepted, (PlanAction.Record, Officer)]),
        [PlanState.FilingRefused] = ("P02", [.. ToAccepted, (PlanAction.Refuse, Officer)]),
        [PlanState.InForce] = ("P04", [.. ToApproved, (PlanAction.PutIntoEffect, Planner)]),
        [PlanState.Published] = ("P02", [.. ToAccepted, (PlanAction.Record, Officer), (PlanAction.Publish, Planner)]),
        [PlanState.Repealed] = ("P04", [.. ToApproved, (PlanAction.PutIntoEffect, Planner), (PlanAction.Repeal, Planner)]),
        [PlanState.Discarded] = ("P02", [(PlanAction.Discard, Planner)]),
    };

    public static PlanContent Content(string kind = "P02") => new()
    {
        Title = "太原市大数据发展应用规划（2026—2030年）",
        PeriodFrom = 2026,
        PeriodTo = 2030,
        Summary = "数据基础设施、公共数据汇聚和重点领域应用。",
        Upstream = kind is "P02" or "P06" ? [new("province", null, "山西省大数据发展应用总体规划", "晋政发〔2025〕3号")]
            : kind == "P07" ? [new("province", null, "河北省数字经济发展规划", "冀政发〔2025〕1号"), new("development", null, "石家庄市国民经济和社会发展第十五个五年规划纲要", "2026年版"), new("space", null, "石家庄市国土空间总体规划", "2021—2035年")] : [],
    };

    /// <summary>A world in which nothing stands in the way.</summary>
    public static PlanFacts Facts(string region = Actors.City) => new()
    {
        DrafterHolds = Responsibilities.DataAuthority | Responsibilities.IndustryAuthority,
        Filing = new FilingFacts(new FilingRule(Responsibilities.IndustryAuthority, Above: true), "P02", "山西省", null, new FilingRecipient(Actors.Authority, "山西省工业和信息化厅", Abolished: false), []),
        ApprovingOrgan = new Organisation { Id = Organ, Code = "x", Name = "本级人民政府", NameKey = "x", Kind = OrganisationKind.Government, RegionCode = region },
        Materials = new HashSet<string>(["text", "approval", "alignment"], StringComparer.Ordinal),
    };

    public static Plan Draft(string kind = "P02", string region = Actors.City, PlanContent? content = null)
    {
        var plan = Plan.Draft(Guid.NewGuid(), kind, Actors.Owner, region, content ?? Content(kind), Entries.Now);
        plan.Know(Facts(region));
        return plan;
    }

    public static Plan In(PlanState state)
    {
        if (state == PlanState.Superseded)
        {
            var old = In(PlanState.Filed);
            old.Supersede(Entries.Now);
            return old;
        }

        var (kind, way) = Ways[state];
        var plan = Draft(kind, kind == "P09" ? Actors.Province : Actors.City);
        foreach (var (action, by) in way)
            plan.Do(action, by);
        Assert.Equal(state, plan.State);
        return plan;
    }

    public static void Do(this Plan plan, PlanAction action, Actor by) => Assert.Null(plan.Try(action, by));

    public static Refusal? Try(this Plan plan, PlanAction action, Actor by, string? comment = "依据核对结果办理。", IReadOnlyList<FieldRemark>? remarks = null) =>
        (plan.Attempt(action, by, comment, remarks) as Decision<PlanState>.Refused)?.Refusal;

    /// <summary>Fills in what the state lets one fill in, reads the world again as the runner does, and acts.</summary>
    public static Decision<PlanState> Attempt(this Plan plan, PlanAction action, Actor by, string? comment = "依据核对结果办理。", IReadOnlyList<FieldRemark>? remarks = null)
    {
        if (plan.State == PlanState.ForApproval && plan.Content.Approval == PlanApproval.Empty)
            Assert.Null(plan.Edit(plan.Content with { Approval = Approval }, Planner, Entries.Now));
        if (plan.State is PlanState.Filed or PlanState.Approved or PlanState.Settled && plan.Content.PublishedIn is null)
            Assert.Null(plan.Edit(plan.Content with { PublishedIn = "本级政府公报2026年第10期" }, Planner, Entries.Now));
        plan.Know(plan.Facts with { Filing = plan.Filing with { Recipient = plan.RecipientId is null ? null : plan.Filing.Recipient ?? plan.Filing.RecipientNow } });
        return plan.Act(action, comment, new GuardContext(by, PolicyLibrary.Embedded.For(plan.RegionCode), Entries.Now) { Remarks = remarks ?? (action == PlanAction.RequestSupplement ? Notice : []) });
    }
}
