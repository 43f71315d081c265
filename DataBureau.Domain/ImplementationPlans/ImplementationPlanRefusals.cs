using DataBureau.Domain.Filings;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ImplementationPlans;

/// <summary>Everything that implementation plans can refuse, beyond what every workflow and every filing refuses.</summary>
public static class ImplementationPlanRefusals
{
    public static Refusal NothingAsked(JurisdictionPolicy policy) =>
        new("ImplementationFilingNotAsked", $"{policy.Name}的规定没有要求项目实施方案备案，不需要报送。");

    public static Refusal NotAskedHere(ImplementationFilingRule rule, JurisdictionPolicy policy) =>
        new("ImplementationFilingNotAskedHere", $"规定只要求{string.Join('、', rule.Levels.Select(l => l.ChineseName()))}部门报送实施方案备案，没有要求本级部门报送。", policy.BasisOf(ImplementationPlanWorkflow.Mechanism));

    public static Refusal Incomplete(IReadOnlyList<RefusalDetail> missing, LegalBasis? basis) =>
        new("ImplementationPlanIncomplete", $"还有 {missing.Count} 处没有填写，补齐后才能办理。", basis) { Details = [.. missing] };

    public static Refusal MaterialsMissing(IReadOnlyList<CaseMaterial> missing, LegalBasis? basis) =>
        new("ImplementationPlanMaterialsMissing", $"还缺材料：{string.Join('、', missing.Select(m => m.Name))}。请在「材料」中上传。", basis)
        {
            Details = [.. missing.Select(m => new RefusalDetail(m.Key, $"请上传「{m.Name}」。"))],
        };

    public static Refusal NotEditable(ImplementationPlanState state) => new("ImplementationPlanNotEditable", $"当前状态是「{state.ChineseName()}」，内容不能修改。");

    public static Refusal MaterialsClosed(ImplementationPlanState state) => new("ImplementationPlanMaterialsClosed", $"当前状态是「{state.ChineseName()}」，材料不能增减。");

    public static Refusal MaterialNotAsked(CaseMaterial material) => new("ImplementationPlanMaterialNotAsked", $"补正告知没有要求「{material.Name}」，这项材料不能增减。");

    public static Refusal LaterEditionUnderWay() => new("ImplementationPlanLaterEdition", "本方案已有变更版本正在办理，请在变更版本上继续，或等它办结。");

    public static Refusal Exists(string title) =>
        new("ImplementationPlanExists", $"本单位已有项目「{title}」的实施方案。请在那一件上继续；已备案的请用「变更」。") { Details = [new(nameof(ImplementationPlanContent.Title), "项目已有实施方案。")] };

    public static Refusal TitleRequired() => new("ImplementationPlanTitleRequired", "请填写项目名称。") { Details = [new(nameof(ImplementationPlanContent.Title), "请填写项目名称。")] };

    public static Refusal BudgetRange() =>
        new("ImplementationPlanBudget", "总投资应在 0 到 9999999.99 万元之间，最多两位小数，请核对单位是否为万元。") { Details = [new(nameof(ImplementationPlanContent.Budget), "请核对金额和单位。")] };

    public static Refusal MonthsBackwards() =>
        new("ImplementationPlanMonths", "计划完工月份早于开工月份，请核对。") { Details = [new(nameof(ImplementationPlanContent.Finish), "完工月份早于开工月份。")] };
}
