using System.Globalization;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>Scores and duty report while they are typed.</summary>
public sealed class EvaluationForm
{
    /// <summary>By indicator, as typed by the one who scores now.</summary>
    public Dictionary<string, string?> Scores { get; set; } = new(StringComparer.Ordinal);

    /// <summary>By duty group.</summary>
    public Dictionary<string, string?> Report { get; set; } = new(StringComparer.Ordinal);

    public static EvaluationForm Of(EvaluationView view) => new()
    {
        Scores = view.Set.Indicators.ToDictionary(i => i.Key, i => view.MayScoreAs is { } scorer ? Text(view.ScoreOf(i.Key).Of(scorer)) : null, StringComparer.Ordinal),
        Report = view.Report.ToDictionary(r => r.Group, string? (r) => r.Text, StringComparer.Ordinal),
    };

    /// <summary>What is no number is out of range, and is said so by the case.</summary>
    public Dictionary<string, decimal?> ReadScores() => Scores.ToDictionary(s => s.Key, s =>
        string.IsNullOrWhiteSpace(s.Value) ? null : decimal.TryParse(s.Value.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) ? score : (decimal?)-1, StringComparer.Ordinal);

    public static IReadOnlyList<CaseDifference> Differences(EvaluationView theirs, EvaluationForm mine)
    {
        var standing = Of(theirs);
        return
        [
            .. theirs.Set.Indicators.Select(i => new CaseDifference($"{i.Name}得分", standing.Scores.GetValueOrDefault(i.Key), mine.Scores.GetValueOrDefault(i.Key))).Where(Differs),
            .. theirs.Set.Groups.Select(g => new CaseDifference($"述职：{g}", standing.Report.GetValueOrDefault(g), mine.Report.GetValueOrDefault(g))).Where(Differs),
        ];
    }

    internal static string? Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    private static bool Differs(CaseDifference difference) => (difference.Theirs ?? string.Empty).Trim() != (difference.Mine ?? string.Empty).Trim();
}
