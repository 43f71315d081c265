using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

public sealed record IndicatorSetRow(Guid Id, string Name, int Revision, IndicatorSetState State, string OrganisationName, DateTimeOffset? EnabledAt, DateTimeOffset UpdatedAt);

public sealed record IndicatorSetView(Guid Id, int Version, string Title, IndicatorSetState State, IndicatorSetContent Content, bool Editable, IReadOnlyList<PermittedAct<IndicatorSetAction>> Permitted, IReadOnlyList<HistoryEntry> History)
{
    /// <summary>The draft that the act just done has made.</summary>
    public Guid? NextId { get; init; }
}

public sealed record EvaluationRow(
    Guid Id, int Year, string PersonName, DataPost Post, string OrganisationName, string RegionName, EvaluationState State, decimal? Result, EvaluationGrade? Grade, string? DocumentNumber, DateTimeOffset UpdatedAt);

/// <summary>An evaluation as its page and its form show it.</summary>
public sealed record EvaluationView(
    Guid Id, int Version, EvaluationState State, int Year, Guid AppointmentId, string PersonName, string? Office, DataPost Post, string OrganisationName, string AuthorityName, string SetTitle, IndicatorSetContent Set,
    IReadOnlyList<DutyReport> Report, IReadOnlyList<IndicatorScore> Scores, string? ThirdPartyName, decimal? Result, EvaluationGrade? Grade, string? GradeReason, string? PersonnelOffice, string? DocumentNumber, DateOnly? DocumentDate,
    Scorer? MayScoreAs, IReadOnlyList<PermittedAct<EvaluationAction>> Permitted, int AttachmentCount, IReadOnlyList<HistoryEntry> History)
{
    public string Title => $"{PersonName}：{Year} 年度履职评价";

    public decimal? Total(Scorer scorer) => EvaluationScores.Total(Set.Indicators, Scores, scorer);

    public IndicatorScore ScoreOf(string key) => Scores.FirstOrDefault(s => s.Key == key) ?? new IndicatorScore(key);
}

/// <summary>What the list offers: whether the reader begins evaluations, and with which sets.</summary>
public sealed record EvaluationOptions(bool MayStart, IReadOnlyList<(Guid Id, string Title)> Sets, int ThisYear);

internal static class EvaluationTones
{
    public static Tone Tone(this EvaluationState state) => state switch
    {
        EvaluationState.SelfScoring or EvaluationState.BureauScoring or EvaluationState.ThirdPartyScoring => Components.Forms.Tone.Info,
        EvaluationState.Concluded or EvaluationState.FiledWithPersonnel => Components.Forms.Tone.Success,
        EvaluationState.Discarded => Components.Forms.Tone.Neutral,
    };

    public static Tone Tone(this IndicatorSetState state) => state switch
    {
        IndicatorSetState.Draft => Components.Forms.Tone.Info,
        IndicatorSetState.Enabled => Components.Forms.Tone.Success,
        IndicatorSetState.Retired or IndicatorSetState.Discarded => Components.Forms.Tone.Neutral,
    };

    public static IReadOnlyList<Step> Steps(EvaluationState state)
    {
        var line = EvaluationWorkflow.MainLine;
        if (state == EvaluationState.Discarded)
            return [new(Domain.ChineseNames.ChineseName(EvaluationState.SelfScoring), StepState.Done), new(Domain.ChineseNames.ChineseName(state), StepState.Stopped)];
        var at = line.IndexOf(state == EvaluationState.ThirdPartyScoring ? EvaluationState.BureauScoring : state);
        return [.. line.Select((s, i) => new Step(Domain.ChineseNames.ChineseName(i == at ? state : s), i < at || (i == at && i == line.Length - 1) ? StepState.Done : i == at ? StepState.Current : StepState.Upcoming))];
    }
}
