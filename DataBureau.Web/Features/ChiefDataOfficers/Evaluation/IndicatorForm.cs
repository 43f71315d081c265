using System.Globalization;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>An indicator while it is typed.</summary>
public sealed class IndicatorLine
{
    public string Key { get; set; } = string.Empty;

    public string? Group { get; set; }

    public string? Name { get; set; }

    public string? Weight { get; set; }

    public bool Evidence { get; set; }

    public string? Note { get; set; }
}

/// <summary>A set of indicators while it is typed: texts, so that what is no number survives until it is mended.</summary>
public sealed class IndicatorForm
{
    public string? Name { get; set; }

    public string? Excellent { get; set; }

    public string? Good { get; set; }

    public string? Adequate { get; set; }

    public List<IndicatorLine> Lines { get; set; } = [];

    public decimal Total => Lines.Sum(l => Number(l.Weight) ?? 0);

    public static IndicatorForm Of(IndicatorSetContent content) => new()
    {
        Name = content.Name,
        Excellent = Text(content.Thresholds.Excellent),
        Good = Text(content.Thresholds.Good),
        Adequate = Text(content.Thresholds.Adequate),
        Lines = [.. content.Indicators.Select(i => new IndicatorLine { Key = i.Key, Group = i.Group, Name = i.Name, Weight = Text(i.Weight), Evidence = i.EvidenceRequired, Note = i.Note })],
    };

    public void Add() => Lines.Add(new IndicatorLine { Key = Guid.NewGuid().ToString("N")[..12], Group = Lines.LastOrDefault()?.Group });

    public IndicatorSetContent Read() => new(
        Name?.Trim() ?? string.Empty,
        [.. Lines.Select(l => new Indicator(l.Key, l.Group?.Trim() ?? string.Empty, l.Name?.Trim() ?? string.Empty, ReadWeight(l.Weight), l.Evidence, string.IsNullOrWhiteSpace(l.Note) ? null : l.Note.Trim()))],
        new GradeThresholds(Read(Excellent), Read(Good), Read(Adequate)));

    public static IReadOnlyList<CaseDifference> Differences(IndicatorSetContent theirs, IndicatorForm mine) =>
        [.. Texts(Of(theirs)).Zip(Texts(mine)).Where(p => p.First.Text != p.Second.Text).Select(p => new CaseDifference(p.First.Title, p.First.Text, p.Second.Text))];

    private static (string Title, string Text)[] Texts(IndicatorForm form) =>
    [
        ("名称", form.Name?.Trim() ?? string.Empty), ("优秀分数线", form.Excellent?.Trim() ?? string.Empty), ("良好分数线", form.Good?.Trim() ?? string.Empty), ("合格分数线", form.Adequate?.Trim() ?? string.Empty),
        ("指标", string.Join('；', form.Lines.Select(l => $"{l.Group?.Trim()}/{l.Name?.Trim()} {l.Weight?.Trim()}{(l.Evidence ? "（须有佐证）" : null)}{l.Note?.Trim()}"))),
    ];

    private static decimal? Number(string? text) => decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What is no number is out of range, and is said so by the set. A weight that is not filled in yet is none: a draft may be unfinished.</summary>
    private static decimal Read(string? text) => Number(text) ?? -1;

    private static decimal ReadWeight(string? text) => string.IsNullOrWhiteSpace(text) ? 0 : Read(text);

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
