using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.ChiefDataOfficers;

/// <summary>The arithmetic of an evaluation, and what a set of indicators must be like.</summary>
public sealed class EvaluationScoresTests
{
    private static readonly IndicatorSetContent Template = IndicatorTemplate.Content;

    [Fact]
    public void Template_AsShipped_CanBeEnabled()
    {
        Assert.Empty(IndicatorRules.Findings(Template));
        Assert.Equal(["统筹规划", "数据管理与标准", "共享开放与应用", "安全保障", "人才队伍", "特色应用"], Template.Groups);
    }

    [Theory]
    [InlineData(99.99, "还差 0.01")]
    [InlineData(100.01, "多出 0.01")]
    public void Findings_WeightsBesideHundred_SaysByHowMuch(double total, string words)
    {
        var set = Template with { Indicators = [new Indicator("a", "统筹规划", "甲", (decimal)total - 50, false, null), new Indicator("b", "统筹规划", "乙", 50, false, null)] };

        Assert.Contains(words, Assert.Single(IndicatorRules.Findings(set)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_TwinsBlanksAndThresholdsOutOfOrder_EachSaid()
    {
        var set = Template with { Indicators = [new Indicator("a", "", "甲", 50, false, null), new Indicator("b", "统筹规划", "甲", 50, false, null)], Thresholds = new GradeThresholds(60, 75, 90) };

        Assert.Equal(3, IndicatorRules.Findings(set).Count());
    }

    [Fact]
    public void Result_HalfOfAHundredth_RoundsAwayFromZeroOnceAtTheEnd()
    {
        Indicator[] one = [new("a", "统筹规划", "甲", 100, false, null)];

        Assert.Equal(85.13m, EvaluationScores.Result(one, [new IndicatorScore("a", 90, 85.13m)]));
        Assert.Equal(85.13m, EvaluationScores.Result(one, [new IndicatorScore("a", 90, 85.12m, 85.13m)]));
        Assert.Null(EvaluationScores.Result(one, [new IndicatorScore("a", 90)]));
    }

    [Theory]
    [InlineData(90, EvaluationGrade.Excellent)]
    [InlineData(89.99, EvaluationGrade.Good)]
    [InlineData(60, EvaluationGrade.Adequate)]
    [InlineData(59.99, EvaluationGrade.Inadequate)]
    public void GradeOf_AtTheLine_TheBetterOne(double score, EvaluationGrade grade) => Assert.Equal(grade, GradeThresholds.Default.GradeOf((decimal)score));

    [Fact]
    public void Result_OfAnyScores_LiesBetweenLowestAndHighest() => Prop.ForAll(Gen.Choose(0, 10000).ArrayOf(Template.Indicators.Count * 2).ToArbitrary(), hundredths =>
    {
        var scores = Template.Indicators.Select((x, n) => new IndicatorScore(x.Key, null, hundredths[2 * n] / 100m, hundredths[2 * n + 1] / 100m)).ToList();
        var result = EvaluationScores.Result(Template.Indicators, scores)!.Value;
        return result >= hundredths.Min() / 100m && result <= hundredths.Max() / 100m && decimal.Round(result, 2) == result;
    }).QuickCheckThrowOnFailure();
}
