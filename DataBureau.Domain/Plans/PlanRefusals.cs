using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Plans;

/// <summary>Everything that plans can refuse, beyond what every workflow and every filing refuses.</summary>
public static class PlanRefusals
{
    public static Refusal KindUnknown(string kind, JurisdictionPolicy policy) =>
        new("PlanKindUnknown", $"{policy.Name}的规则里没有{Mechanisms.NameOf(kind)}这类规划。请在新建时重新选择规划种类。");

    public static Refusal WrongLevel(PlanRule rule, JurisdictionPolicy policy) =>
        new("PlanWrongLevel", $"「{rule.Name}」由{string.Join('、', rule.Levels.Select(l => l.ChineseName()))}编制，本级没有这类规划。", policy.BasisOf(rule.Kind));

    public static Refusal NotTheDrafter(PlanRule rule, JurisdictionPolicy policy) =>
        new("PlanNotTheDrafter", $"「{rule.Name}」由{rule.DrafterWords}编制，本单位没有登记这项职责。如属漏登，请系统管理员在「组织机构」中补登。", policy.BasisOf(rule.Kind));

    public static Refusal Incomplete(IReadOnlyList<RefusalDetail> missing, LegalBasis? basis) =>
        new("PlanIncomplete", $"还有 {missing.Count} 处没有填写，补齐后才能提交。", basis) { Details = [.. missing] };

    public static Refusal Upstream(IReadOnlyList<RefusalDetail> findings, LegalBasis? basis) =>
        new("PlanUpstream", "所依据的上级规划还没有写清，请补齐后再办理。", basis) { Details = [.. findings] };

    public static Refusal NoApprovalToAsk(PlanRule rule, JurisdictionPolicy policy) =>
        new("PlanNoApprovalToAsk", $"对「{rule.Name}」没有条文规定批准环节，请用「定稿」。", policy.BasisOf(rule.Kind));

    public static Refusal NeedsApproval(PlanRule rule, JurisdictionPolicy policy) =>
        new("PlanNeedsApproval", $"「{rule.Name}」须报{rule.Approver.ChineseName()}批准，请用「通过」送报批。", policy.BasisOf(rule.Kind));

    public static Refusal ApprovalNotRegistered(IReadOnlyList<RefusalDetail> findings, LegalBasis? basis) =>
        new("PlanApprovalNotRegistered", "批准信息还没有登记完整，请在「批准信息」中补齐。", basis) { Details = [.. findings] };

    public static Refusal NothingToFile(PlanRule rule, JurisdictionPolicy policy) =>
        new("PlanNothingToFile", $"没有条文要求「{rule.Name}」报备，{(rule.Published ? "请公布后实施" : "批准后直接组织实施")}。", policy.BasisOf(rule.Kind));

    public static Refusal FileFirst(PlanRule rule, JurisdictionPolicy policy) =>
        new("PlanFileFirst", $"「{rule.Name}」批准后须报{rule.Filing!.Words}备案，请先用「报备」。", policy.BasisOf(rule.Kind));

    public static Refusal NothingToPublish(PlanRule rule, JurisdictionPolicy policy) =>
        new("PlanNothingToPublish", $"没有条文要求「{rule.Name}」公布，请用「实施」。", policy.BasisOf(rule.Kind));

    public static Refusal MustPublish(PlanRule rule, JurisdictionPolicy policy) =>
        new("PlanMustPublish", $"「{rule.Name}」须向社会公布，请填写公布载体后用「公布」。", policy.BasisOf(rule.Kind));

    public static Refusal PublishedWhere() =>
        new("PlanPublishedWhere", "请先填写公布载体（公报期号或网页），再公布。") { Details = [new(nameof(PlanContent.PublishedIn), "请填写公布载体。")] };

    public static Refusal MaterialsMissing(IReadOnlyList<MaterialRule> missing, LegalBasis? basis) =>
        new("PlanMaterialsMissing", $"还缺材料：{string.Join('、', missing.Select(m => m.Name))}。请在「材料」中上传。{(missing.Any(m => m.ByRule) ? null : "材料清单由本局设定，不是条文要求。")}", missing.Any(m => m.ByRule) ? basis : null)
        {
            Details = [.. missing.Select(m => new RefusalDetail(m.Key, $"请上传「{m.Name}」。"))],
        };

    public static Refusal NotEditable(PlanState state) => new("PlanNotEditable", $"当前状态是「{state.ChineseName()}」，内容不能修改。");

    public static Refusal MaterialsClosed(PlanState state) => new("PlanMaterialsClosed", $"当前状态是「{state.ChineseName()}」，材料不能增减。");

    public static Refusal MaterialNotAsked(MaterialRule material) => new("PlanMaterialNotAsked", $"补正告知没有要求「{material.Name}」，这项材料不能增减。");

    public static Refusal MaterialApproved(MaterialRule material) => new("PlanMaterialApproved", $"「{material.Name}」已经批准，不能增减；内容需要调整的，请在办结后用「变更」另起一版报批。");

    public static Refusal LaterEditionUnderWay() => new("PlanLaterEdition", "本规划已有变更版本正在办理，请在变更版本上继续，或等它办结。");

    public static Refusal Exists(string title) =>
        new("PlanExists", $"本地同一规划期已有同类规划「{title}」。请在那一件上继续；内容调整请用「变更」。");

    public static Refusal ApprovalNumberTaken(string number) =>
        new("PlanApprovalNumberTaken", $"批准文号「{number}」已登记在另一件规划名下，一个文号只能批准一件规划，请核对。") { Details = [new(nameof(PlanApproval.Number), "文号已被使用。")] };

    public static Refusal TitleRequired() => new("PlanTitleRequired", "请填写规划名称。") { Details = [new(nameof(PlanContent.Title), "请填写规划名称。")] };

    public static Refusal TooLong(string field, string title, int limit) =>
        new("TooLong", $"「{title}」超过 {limit} 字，请精简。") { Details = [new(field, $"超过 {limit} 字。")] };

    public static Refusal PeriodRange() => new("PlanPeriodRange", "规划期的年份应在 1990 到 2100 之间。") { Details = [new(nameof(PlanContent.PeriodFrom), "请核对年份。")] };

    public static Refusal PeriodBackwards() =>
        new("PlanPeriodBackwards", "规划期的截止年份早于起始年份，请核对。") { Details = [new(nameof(PlanContent.PeriodTo), "截止年份早于起始年份。")] };
}
