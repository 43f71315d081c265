using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>What a set of indicators must be like.</summary>
public static class IndicatorRules
{
    public const decimal Whole = 100;

    /// <summary>What can be saved, finished or not. A number that nobody could have meant is none: saved, it would stand there as if it had been.</summary>
    public static Refusal? Limits(IndicatorSetContent content) =>
        string.IsNullOrWhiteSpace(content.Name) ? EvaluationRefusals.Field("IndicatorSetName", nameof(content.Name), "请填写指标体系的名称。")
        : content.Name.Length > IndicatorSetContent.NameLimit ? EvaluationRefusals.Field("TooLong", nameof(content.Name), $"名称超过 {IndicatorSetContent.NameLimit} 字，请精简。")
        : content.Indicators.Count > IndicatorSetContent.MostIndicators ? EvaluationRefusals.Field("TooManyIndicators", nameof(content.Indicators), $"指标超过 {IndicatorSetContent.MostIndicators} 项，请合并。")
        : content.Indicators.Any(i => i.Group.Length > IndicatorSetContent.GroupLimit || i.Name.Length > IndicatorSetContent.IndicatorLimit || i.Note?.Length > IndicatorSetContent.NoteLimit)
            ? EvaluationRefusals.Field("TooLong", nameof(content.Indicators), $"职责类别不超过 {IndicatorSetContent.GroupLimit} 字，指标名称不超过 {IndicatorSetContent.IndicatorLimit} 字，评分说明不超过 {IndicatorSetContent.NoteLimit} 字。")
        : NotNumbers(content).ToList() is { Count: > 0 } wrong ? EvaluationRefusals.NotNumbers(wrong)
        : null;

    /// <summary>What stands in the way of enabling it.</summary>
    public static IEnumerable<RefusalDetail> Findings(IndicatorSetContent content)
    {
        if (content.Indicators.Count == 0)
            yield return new(nameof(content.Indicators), "还没有指标，请先添加。");
        foreach (var (indicator, n) in content.Indicators.Select((i, n) => (i, n + 1)))
        {
            if (string.IsNullOrWhiteSpace(indicator.Name) || string.IsNullOrWhiteSpace(indicator.Group))
                yield return new(indicator.Key, $"第 {n} 项没有写明职责类别或指标名称。");
            if (indicator.Weight <= 0 || decimal.Round(indicator.Weight, 2) != indicator.Weight)
                yield return new(indicator.Key, $"第 {n} 项「{indicator.Name}」的权重是 {indicator.Weight:0.####}，应当大于 0，最多两位小数。");
        }

        foreach (var twin in content.Indicators.Where(i => i.Name.Length > 0).GroupBy(i => i.Name.Trim(), StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return new(twin.Last().Key, $"指标「{twin.Key}」出现了 {twin.Count()} 次，请合并或改名。");
        if (content.Indicators.Count > 0 && content.TotalWeight != Whole)
            yield return new(nameof(content.TotalWeight), $"权重合计是 {content.TotalWeight:0.##}，应当正好是 100，{(content.TotalWeight < Whole ? $"还差 {Whole - content.TotalWeight:0.##}" : $"多出 {content.TotalWeight - Whole:0.##}")}。");
        if (!content.Thresholds.InOrder)
            yield return new(nameof(content.Thresholds), "等次分数线应当依次降低，并在 0 到 100 之间。");
    }

    private static IEnumerable<RefusalDetail> NotNumbers(IndicatorSetContent content)
    {
        var line = content.Thresholds;
        foreach (var (key, name, value) in new[] { (nameof(line.Excellent), "优秀", line.Excellent), (nameof(line.Good), "良好", line.Good), (nameof(line.Adequate), "合格", line.Adequate) })
        {
            if (value is < 0 or > Whole)
                yield return new(key, $"{name}分数线应当是 0 到 100 之间的数字。");
        }

        foreach (var (indicator, n) in content.Indicators.Select((i, n) => (i, n + 1)))
        {
            if (indicator.Weight is < 0 or > Whole)
                yield return new(indicator.Key, $"第 {n} 项的权重应当是 0 到 100 之间的数字。");
        }
    }
}
