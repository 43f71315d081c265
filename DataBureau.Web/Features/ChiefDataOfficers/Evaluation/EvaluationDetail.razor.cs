using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>One evaluation: scores, duty report, evidence, acts.</summary>
public sealed partial class EvaluationDetail
{
    private static readonly EvaluationAction[] Filled = [EvaluationAction.SendOut, EvaluationAction.Conclude, EvaluationAction.File];

    private IReadOnlyList<RefusalDetail> _wrong = [];
    private EvaluationAction? _filling;
    private string? _tab = "scores";
    private string? _comment;
    private string? _thirdParty;
    private string? _grade;
    private string? _reason;
    private string? _office;
    private string? _number;
    private DateOnly? _date;

    [Inject] private EvaluationService Evaluations { get; set; } = default!;

    protected override string Subject => OfficerEvaluation.CaseKind;

    protected override Task<EvaluationView?> FindAsync(Guid id, CancellationToken cancellationToken) => Evaluations.FindAsync(id, cancellationToken);

    protected override int VersionOf(EvaluationView view) => view.Version;

    protected override bool MayWrite(EvaluationView view) => view.MayScoreAs is not null;

    protected override EvaluationForm FormOf(EvaluationView view) => EvaluationForm.Of(view);

    protected override Task<Outcome<EvaluationView>> SendAsync(int version, EvaluationForm form) =>
        Evaluations.SaveAsync(Id, version, [.. form.Report.Select(r => new DutyReport(r.Key, r.Value ?? string.Empty))], form.ReadScores());

    protected override IReadOnlyList<CaseDifference> Differences(EvaluationView theirs, EvaluationForm mine) => theirs.MayScoreAs is null ? [] : EvaluationForm.Differences(theirs, mine);

    protected override void Take(Outcome<EvaluationView> outcome, EvaluationView before)
    {
        _wrong = [];
        switch (outcome)
        {
            case Outcome<EvaluationView>.Done done when done.View.State != before.State:
                (_comment, _filling) = (null, null);
                break;
            case Outcome<EvaluationView>.Conflict:
                _filling = null;
                break;
            case Outcome<EvaluationView>.Refused refused:
                _wrong = refused.Refusal.Details.IsDefault ? [] : refused.Refusal.Details;
                break;
        }
    }

    private static IEnumerable<Scorer> Scorers(EvaluationView view) => view.ThirdPartyName is null ? [Scorer.Self, Scorer.Bureau] : Enum.GetValues<Scorer>();

    private static string? Text(decimal? number) => EvaluationForm.Text(number);

    private static string? GradeHint(EvaluationView view) => view.Result is { } result ? $"得分 {result:0.00}，按分数线为「{view.Set.Thresholds.GradeOf(result).ChineseName()}」" : null;

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private Task ScoreAsync(string key, string? text) => ChangeAsync(() => Form.Scores[key] = text);

    private Task WriteAsync(string group, string? text) => ChangeAsync(() => Form.Report[group] = text);

    private async Task ActAsync(EvaluationAction action)
    {
        if (!await SavedAsync())
            return;
        if (Filled.Contains(action))
            (_filling, _wrong, _grade) = (action, [], View?.Result is { } result ? View.Set.Thresholds.GradeOf(result).ToString() : null);
        else
            await DoAsync(action);
    }

    private Task DoAsync(EvaluationAction action) => RunAsync(() => Evaluations.ActAsync(Id, View!.Version, action, _comment, Remarks(action)));

    private IReadOnlyList<FieldRemark> Remarks(EvaluationAction action) => action switch
    {
        EvaluationAction.SendOut => [new(EvaluationFields.ThirdParty, _thirdParty ?? string.Empty)],
        EvaluationAction.Conclude => [new(EvaluationFields.Grade, _grade ?? string.Empty), new(EvaluationFields.GradeReason, _reason ?? string.Empty)],
        EvaluationAction.File => [new(EvaluationFields.PersonnelOffice, _office ?? string.Empty), new(EvaluationFields.DocumentNumber, _number ?? string.Empty), new(EvaluationFields.DocumentDate, _date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty)],
        _ => [],
    };
}
