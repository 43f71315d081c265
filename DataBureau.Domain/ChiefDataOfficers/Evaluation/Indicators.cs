namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>One indicator of a set.</summary>
/// <param name="Key">Stable within the set and through its revisions: scores and evidence hang on it.</param>
/// <param name="Group">The duty group, in the set's own words.</param>
/// <param name="Name">What is looked at.</param>
/// <param name="Weight">Of 100.</param>
/// <param name="EvidenceRequired">Whether the unit has to attach something.</param>
/// <param name="Note">How it is scored.</param>
public sealed record Indicator(string Key, string Group, string Name, decimal Weight, bool EvidenceRequired, string? Note);

/// <summary>From which score upwards a grade is given; below the last it is 不合格. A setting of the bureau, not a rule.</summary>
public sealed record GradeThresholds(decimal Excellent, decimal Good, decimal Adequate)
{
    public static readonly GradeThresholds Default = new(90, 75, 60);

    public bool InOrder => Excellent <= 100 && Excellent > Good && Good > Adequate && Adequate > 0;

    public EvaluationGrade GradeOf(decimal score) =>
        score >= Excellent ? EvaluationGrade.Excellent : score >= Good ? EvaluationGrade.Good : score >= Adequate ? EvaluationGrade.Adequate : EvaluationGrade.Inadequate;
}

/// <summary>What a set says.</summary>
public sealed record IndicatorSetContent(string Name, IReadOnlyList<Indicator> Indicators, GradeThresholds Thresholds)
{
    public const int NameLimit = 100;
    public const int GroupLimit = 40;
    public const int IndicatorLimit = 200;
    public const int NoteLimit = 500;
    public const int MostIndicators = 60;

    public decimal TotalWeight => Indicators.Sum(i => i.Weight);

    /// <summary>The duty groups in the order in which they first stand.</summary>
    public IReadOnlyList<string> Groups => [.. Indicators.Select(i => i.Group).Distinct(StringComparer.Ordinal)];
}
