using DataBureau.Domain.Filings;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.DigitalBases;

/// <summary>Everything that applications for a digital base can refuse, beyond what every workflow refuses.</summary>
public static class DigitalBaseRefusals
{
    public static Refusal NothingAsked(JurisdictionPolicy policy) =>
        new("DigitalBaseNotAsked", $"{policy.Name}的规定没有要求建设县级数字底座须经上级同意，不需要在这里申请。");

    public static Refusal NotAskedHere(DigitalBaseRule rule, JurisdictionPolicy policy) =>
        new("DigitalBaseNotAskedHere", $"须经上级同意的是{string.Join('、', rule.Levels.Select(l => l.ChineseName()))}自建数字底座，本级不需要申请。", policy.BasisOf(DigitalBaseWorkflow.Mechanism));

    public static Refusal NotTheApplicant(LegalBasis? basis) =>
        new("DigitalBaseNotTheApplicant", "数字底座由本级人民政府申请，可以由本级数据主管部门代为办理；本单位不能申请。如属漏登职责，请系统管理员在「组织机构」中补登。", basis);

    public static Refusal NoAuthority(FilingRule rule, string regionName, LegalBasis? basis) =>
        new("DigitalBaseNoAuthority", $"{regionName}没有登记{rule.To.ChineseName()}，不知道向谁申请同意。请系统管理员在「组织机构」中登记，或在「备案接收机关」中指定。", basis);

    public static Refusal AuthorityAbolished(string name) =>
        new("DigitalBaseAuthorityAbolished", $"受理机关「{name}」已撤销，不能继续办理。请申请单位用「改送」送到现在的受理机关，已报材料不受影响。");

    public static Refusal Incomplete(IReadOnlyList<RefusalDetail> missing, LegalBasis? basis) =>
        new("DigitalBaseIncomplete", $"申请还有 {missing.Count} 处没有填写，补齐后才能办理。", basis) { Details = [.. missing] };

    public static Refusal MaterialsMissing(IReadOnlyList<CaseMaterial> missing, LegalBasis? basis) =>
        new("DigitalBaseMaterialsMissing", $"还缺材料：{string.Join('、', missing.Select(m => m.Name))}。请在「材料」中上传。", basis)
        {
            Details = [.. missing.Select(m => new RefusalDetail(m.Key, $"请上传「{m.Name}」。"))],
        };

    public static Refusal NotArgued(IReadOnlyList<RefusalDetail> missing, LegalBasis? basis) =>
        new("DigitalBaseNotArgued", "论证记录还没有填写完整，请先用「填写论证记录」补齐，再作决定。", basis) { Details = [.. missing] };

    public static Refusal NotVerified(IReadOnlyList<RefusalDetail> missing, LegalBasis? basis) =>
        new("DigitalBaseNotVerified", "核验记录还没有填写完整，请先用「填写核验记录」补齐，再确认连通。", basis) { Details = [.. missing] };

    public static Refusal NoConsent(LegalBasis? basis) => new("DigitalBaseNoConsent", "未经同意不得建设：上级数据主管部门还没有同意，不能报告建成。", basis);

    public static Refusal NotConnected(LegalBasis? basis) => new("DigitalBaseNotConnected", "未连通市级底座不得办结：请在建成后核验连通，再办结。", basis);

    public static Refusal AppliedAgain() => new("DigitalBaseAppliedAgain", "不同意之后已经重新申请，请在新的申请上办理。");

    public static Refusal NotEditable(DigitalBaseState state) => new("DigitalBaseNotEditable", $"当前状态是「{state.ChineseName()}」，内容不能修改。");

    public static Refusal NotYours(DigitalBaseState state, DigitalBasePart part) =>
        new("DigitalBaseNotYours", $"当前状态是「{state.ChineseName()}」，可以填写的是{part.ChineseName()}，由{(part == DigitalBasePart.Application ? "申请单位" : "受理机关")}填写。");

    public static Refusal Exists() => new("DigitalBaseExists", "本地已有一件数字底座申请正在办理或已经建成，不能同时再有一件。请在那一件上继续。");

    public static Refusal TitleRequired() => new("DigitalBaseTitleRequired", "请填写底座名称。") { Details = [new(nameof(BaseApplication.Title), "请填写底座名称。")] };

    public static Refusal BudgetRange() =>
        new("DigitalBaseBudget", "总投资应在 0 到 9999999.99 万元之间，最多两位小数，请核对单位是否为万元。") { Details = [new(nameof(BaseApplication.Budget), "请核对金额和单位。")] };

    public static Refusal InTheFuture(string key, string title) => new("DigitalBaseDateInFuture", $"{title}在今天之后，请核对。") { Details = [new(key, $"{title}在今天之后。")] };
}
