namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>Who gives a score.</summary>
public enum Scorer
{
    [ChineseName("自评")] Self,
    [ChineseName("数据局")] Bureau,
    [ChineseName("第三方")] ThirdParty,
}

/// <summary>The scores of one indicator, each 0 to 100 before its weight.</summary>
public sealed record IndicatorScore(string Key, decimal? Self = null, decimal? Bureau = null, decimal? ThirdParty = null)
{
    public decimal? Of(Scorer scorer) => scorer switch { Scorer.Self => Self, Scorer.Bureau => Bureau, Scorer.ThirdParty => ThirdParty };

    public IndicatorScore With(Scorer scorer, decimal? score) => scorer switch
    {
        Scorer.Self => this with { Self = score },
        Scorer.Bureau => this with { Bureau = score },
        Scorer.ThirdParty => this with { ThirdParty = score },
    };
}

/// <summary>The duty report on one group of duties.</summary>
public sealed record DutyReport(string Group, string Text);

/// <summary>
/// The arithmetic: a scorer's total is the sum of score times weight over 100. The result is the bureau's total, or the mean of the
/// bureau's and the third party's when there is one. Rounded once, at the end, half away from zero to two places.
/// </summary>
public static class EvaluationScores
{
    public const string Formula = "各项得分×权重÷100 后相加；没有第三方评分时以数据局评分为结果，有第三方评分时取两者平均。只在最后四舍五入，保留两位小数。";

    /// <summary>A score between 0 and 100, with two places at most.</summary>
    public static bool IsScore(decimal score) => score is >= 0 and <= 100 && decimal.Round(score, 2) == score;

    public static bool IsComplete(IReadOnlyList<Indicator> indicators, IReadOnlyList<IndicatorScore> scores, Scorer scorer) =>
        indicators.All(i => scores.FirstOrDefault(s => s.Key == i.Key)?.Of(scorer) is { } score && IsScore(score));

    /// <summary>A scorer's total, rounded for showing; null while a score is missing.</summary>
    public static decimal? Total(IReadOnlyList<Indicator> indicators, IReadOnlyList<IndicatorScore> scores, Scorer scorer) =>
        Exact(indicators, scores, scorer) is { } total ? Rounded(total) : null;

    /// <summary>The result; null while the bureau's scores are incomplete.</summary>
    public static decimal? Result(IReadOnlyList<Indicator> indicators, IReadOnlyList<IndicatorScore> scores)
    {
        if (Exact(indicators, scores, Scorer.Bureau) is not { } bureau)
            return null;
        return Rounded(Exact(indicators, scores, Scorer.ThirdParty) is { } third ? (bureau + third) / 2 : bureau);
    }

    private static decimal? Exact(IReadOnlyList<Indicator> indicators, IReadOnlyList<IndicatorScore> scores, Scorer scorer) =>
        indicators.Count > 0 && IsComplete(indicators, scores, scorer) ? indicators.Sum(i => i.Weight * scores.First(s => s.Key == i.Key).Of(scorer)!.Value) / IndicatorRules.Whole : null;

    private static decimal Rounded(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}
