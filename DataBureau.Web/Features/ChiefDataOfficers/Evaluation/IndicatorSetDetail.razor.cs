using System.Globalization;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>One version of a set: edited while a draft, afterwards only looked at.</summary>
public sealed partial class IndicatorSetDetail : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<Line> _lines = [];
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private IndicatorSetView? _view;
    private Notice? _notice;
    private string? _name;
    private string? _excellent;
    private string? _good;
    private string? _adequate;
    private string? _comment;
    private bool _changed;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }

    [Inject] private IndicatorSetService Sets { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private decimal Total => _lines.Sum(l => Number(l.Weight) ?? 0);

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Id == Id)
            return;
        try
        {
            (_notice, _comment) = (null, null);
            Show(await Sets.FindAsync(Id, _leaving.Token));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private static decimal? Number(string? text) => decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What is no number is out of range, and is said so by the set. A weight that is not filled in yet is none: a draft may be unfinished.</summary>
    private static decimal Read(string? text) => Number(text) ?? -1;

    private static decimal ReadWeight(string? text) => string.IsNullOrWhiteSpace(text) ? 0 : Read(text);

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private void Show(IndicatorSetView? view)
    {
        (_view, _missing, _changed, _wrong) = (view, view is null, false, []);
        if (view is null)
            return;
        var (content, line) = (view.Content, view.Content.Thresholds);
        (_name, _excellent, _good, _adequate) = (content.Name, Text(line.Excellent), Text(line.Good), Text(line.Adequate));
        _lines.Clear();
        _lines.AddRange(content.Indicators.Select(i => new Line(i.Key) { Group = i.Group, Name = i.Name, Weight = Text(i.Weight), Evidence = i.EvidenceRequired, Note = i.Note }));
    }

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private void Change(Action change)
    {
        change();
        _changed = true;
    }

    private void Add() => _lines.Add(new Line(Guid.NewGuid().ToString("N")[..12]) { Group = _lines.LastOrDefault()?.Group });

    private Task SaveAsync() => RunAsync(() => Sets.SaveAsync(Id, _view!.Version, new IndicatorSetContent(
        _name?.Trim() ?? string.Empty,
        [.. _lines.Select(l => new Indicator(l.Key, l.Group?.Trim() ?? string.Empty, l.Name?.Trim() ?? string.Empty, ReadWeight(l.Weight), l.Evidence, string.IsNullOrWhiteSpace(l.Note) ? null : l.Note.Trim()))],
        new GradeThresholds(Read(_excellent), Read(_good), Read(_adequate)))));

    private Task ActAsync(IndicatorSetAction action) => _changed ? Task.CompletedTask : RunAsync(() => Sets.ActAsync(Id, _view!.Version, action, _comment), action);

    private async Task RunAsync(Func<Task<Outcome<IndicatorSetView>>> work, IndicatorSetAction? action = null)
    {
        if (_busy || _view is null)
            return;
        _busy = true;
        try
        {
            var outcome = await work();
            (_notice, _wrong) = (Notice.Of(outcome), outcome is Outcome<IndicatorSetView>.Refused refused && !refused.Refusal.Details.IsDefault ? refused.Refusal.Details : []);
            if (outcome is Outcome<IndicatorSetView>.Done done)
            {
                Show(done.View);
                _comment = null;
                if (action == IndicatorSetAction.Revise && done.View.NextId is { } next)
                    Navigation.NavigateTo($"/chief-data-officers/indicators/{next}");
            }
            else if (outcome is Outcome<IndicatorSetView>.Conflict conflict)
            {
                _view = conflict.View;
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private sealed class Line(string key)
    {
        public string Key { get; } = key;

        public string? Group { get; set; }

        public string? Name { get; set; }

        public string? Weight { get; set; }

        public bool Evidence { get; set; }

        public string? Note { get; set; }
    }
}
