using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>Everything that indicator sets and evaluations can refuse, beyond what every workflow refuses.</summary>
public static class EvaluationRefusals
{
    public static Refusal Field(string code, string field, string sentence) => new(code, sentence) { Details = [new(field, sentence)] };

    public static Refusal SetNotEditable(IndicatorSetState state) => new("IndicatorSetNotEditable", $"当前状态是「{state.ChineseName()}」，指标不能修改。启用后的指标体系请用「修订」形成新版本。");

    public static Refusal NotNumbers(IReadOnlyList<RefusalDetail> wrong) =>
        new("IndicatorNumbers", wrong.Count == 1 ? wrong[0].Sentence : $"有 {wrong.Count} 处应当填写 0 到 100 之间的数字，改正后再保存。") { Details = [.. wrong] };

    public static Refusal SetIncomplete(IReadOnlyList<RefusalDetail> findings) =>
        new("IndicatorSetIncomplete", findings.Count == 1 ? $"指标体系还不能启用：{findings[0].Sentence}" : $"指标体系还有 {findings.Count} 处须调整，调整后才能启用。") { Details = [.. findings] };

    public static Refusal SetNotEnabled() => new("IndicatorSetNotEnabled", "所选指标体系没有启用，不能用来发起评价。请先启用，或选择其他指标体系。");

    public static Refusal RevisionUnderWay() => new("IndicatorRevisionUnderWay", "该指标体系已有一个修订版本正在草拟，请在那一版上继续，或先把它作废。");

    public static Refusal NobodyToEvaluate(int year) => new("NobodyToEvaluate", $"辖区内没有还未发起 {year} 年度评价的在任首席数据官。");

    public static Refusal YearOutOfRange() => Field("EvaluationYear", "Year", "评价年度应当是今年或前两年。");

    public static Refusal NotEditable(EvaluationState state) => new("EvaluationNotEditable", $"当前状态是「{state.ChineseName()}」，您不能修改评分。");

    public static Refusal ScoreOutOfRange(string name) => new("ScoreOutOfRange", $"「{name}」的得分应当在 0 到 100 之间，最多两位小数。");

    public static Refusal ReportTooLong(string group) => new("TooLong", $"「{group}」的述职内容超过 {OfficerEvaluation.ReportLimit} 字，请精简。");

    public static Refusal Incomplete(IReadOnlyList<RefusalDetail> missing) => new("EvaluationIncomplete", $"还有 {missing.Count} 处没有填写，补齐后才能办理。") { Details = [.. missing] };

    public static Refusal GradeReason(EvaluationGrade given, EvaluationGrade byScore) =>
        Field("GradeReason", EvaluationFields.GradeReason, $"按得分应为「{byScore.ChineseName()}」，评定为「{given.ChineseName()}」须写明理由。");

    public static Refusal ThirdPartyDone() => new("ThirdPartyDone", "第三方评分已经录入，不能再次送第三方。");
}
