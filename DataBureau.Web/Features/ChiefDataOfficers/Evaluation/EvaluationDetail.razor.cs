using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>One evaluation: scores, duty report, evidence, acts.</summary>
public sealed partial class EvaluationDetail : IDisposable
{
    private static readonly EvaluationAction[] Filled = [EvaluationAction.SendOut, EvaluationAction.Conclude, EvaluationAction.File];

    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<string, string?> _scores = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _report = new(StringComparer.Ordinal);
    private EvaluationView? _view;
    private Notice? _notice;
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
    private bool _changed;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }

    [Inject] private EvaluationService Evaluations { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Id == Id)
            return;
        try
        {
            Show(await Evaluations.FindAsync(Id, _leaving.Token));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private static IEnumerable<Scorer> Scorers(EvaluationView view) => view.ThirdPartyName is null ? [Scorer.Self, Scorer.Bureau] : Enum.GetValues<Scorer>();

    private static string? Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    private static string? GradeHint(EvaluationView view) => view.Result is { } result ? $"得分 {result:0.00}，按分数线为「{view.Set.Thresholds.GradeOf(result).ChineseName()}」" : null;

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private void Show(EvaluationView? view)
    {
        (_view, _missing, _changed) = (view, view is null, false);
        if (view is null)
            return;
        foreach (var indicator in view.Set.Indicators)
            _scores[indicator.Key] = view.MayScoreAs is { } scorer ? Text(view.ScoreOf(indicator.Key).Of(scorer)) : null;
        foreach (var report in view.Report)
            _report[report.Group] = report.Text;
    }

    /// <summary>A file was added: the acts may have changed; what is being written stays.</summary>
    private async Task RefreshAsync()
    {
        if (await Evaluations.FindAsync(Id, default) is { } fresh)
            _view = fresh;
    }

    private void Score(string key, string? text) => (_scores[key], _changed) = (text, true);

    private void Write(string group, string? text) => (_report[group], _changed) = (text, true);

    private Task SaveAsync()
    {
        var scores = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var (key, text) in _scores)
        {
            if (string.IsNullOrWhiteSpace(text))
                scores[key] = null;
            // What is no number is out of range, and is said so by the case.
            else
                scores[key] = decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) ? score : -1;
        }

        return RunAsync(() => Evaluations.SaveAsync(Id, _view!.Version, [.. _report.Select(r => new DutyReport(r.Key, r.Value ?? string.Empty))], scores));
    }

    private async Task ActAsync(EvaluationAction action)
    {
        if (_changed)
        {
            await SaveAsync();
            if (_changed)
                return;
        }

        if (Filled.Contains(action))
            (_filling, _wrong, _grade) = (action, [], _view?.Result is { } result ? _view.Set.Thresholds.GradeOf(result).ToString() : null);
        else
            await DoAsync(action);
    }

    private Task DoAsync(EvaluationAction action) => RunAsync(() => Evaluations.ActAsync(Id, _view!.Version, action, _comment, Remarks(action)));

    private IReadOnlyList<FieldRemark> Remarks(EvaluationAction action) => action switch
    {
        EvaluationAction.SendOut => [new(EvaluationFields.ThirdParty, _thirdParty ?? string.Empty)],
        EvaluationAction.Conclude => [new(EvaluationFields.Grade, _grade ?? string.Empty), new(EvaluationFields.GradeReason, _reason ?? string.Empty)],
        EvaluationAction.File => [new(EvaluationFields.PersonnelOffice, _office ?? string.Empty), new(EvaluationFields.DocumentNumber, _number ?? string.Empty), new(EvaluationFields.DocumentDate, _date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty)],
        _ => [],
    };

    private async Task RunAsync(Func<Task<Outcome<EvaluationView>>> work)
    {
        if (_busy || _view is null)
            return;
        _busy = true;
        try
        {
            var outcome = await work();
            (_notice, _wrong) = (Notice.Of(outcome), []);
            switch (outcome)
            {
                case Outcome<EvaluationView>.Done done:
                    if (done.View.State != _view.State)
                        (_comment, _filling) = (null, null);
                    Show(done.View);
                    break;
                case Outcome<EvaluationView>.Conflict conflict:
                    (_view, _filling) = (conflict.View, null);
                    break;
                case Outcome<EvaluationView>.Refused refused:
                    _wrong = refused.Refusal.Details.IsDefault ? [] : refused.Refusal.Details;
                    break;
                case Outcome<EvaluationView>.NotFound:
                    _missing = true;
                    break;
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
