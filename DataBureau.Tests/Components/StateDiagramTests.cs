using System.Globalization;
using System.Text.RegularExpressions;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Help;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Components;

/// <summary>Of any workflow: nothing covers anything, and every arrow is there.</summary>
public sealed partial class StateDiagramTests
{
    [Fact]
    public void Layout_AnyWorkflow_NoTwoArrowsShareALineAndAllIsInside() =>
        Prop.ForAll(Workflows().ToArbitrary(), w => Check(new StateDiagramLayout(w.States, w.Arrows), w.Arrows)).QuickCheckThrowOnFailure();

    [Fact]
    public void Layout_TheProgramsOwnWorkflows_NoTwoArrowsShareALineAndAllIsInside() =>
        Assert.All(HelpArea.All.SelectMany(a => a.Tables), t => Assert.True(Check(new StateDiagramLayout(t.States, t.Arrows), t.Arrows), t.Title));

    private static Gen<(IReadOnlyList<string> States, IReadOnlyList<StateArrow> Arrows)> Workflows() =>
        from count in Gen.Choose(1, 14)
        from pairs in Gen.ListOf(Gen.Zip(Gen.Choose(0, count - 1), Gen.Choose(0, count - 1)))
        from words in Gen.Choose(1, 3)
        select ((IReadOnlyList<string>)[.. Enumerable.Range(0, count).Select(i => $"状态{i}")],
            (IReadOnlyList<StateArrow>)[.. pairs.Distinct().Select(p => new StateArrow(p.Item1, p.Item2, [.. Enumerable.Repeat("办理事项", words)]))]);

    private static bool Check(StateDiagramLayout layout, IReadOnlyList<StateArrow> arrows)
    {
        var uprights = layout.Paths.Select(p => Upright().Match(p.Path)).Where(m => m.Success)
            .Select(m => (X: Number(m.Groups[3]), Top: Math.Min(Number(m.Groups[2]), Number(m.Groups[4])), Bottom: Math.Max(Number(m.Groups[2]), Number(m.Groups[4])))).ToList();
        var apart = uprights.SelectMany((a, i) => uprights.Skip(i + 1).Select(b => (a, b))).All(p => Math.Abs(p.a.X - p.b.X) > 1 || p.a.Bottom <= p.b.Top || p.b.Bottom <= p.a.Top);
        var boxes = layout.Boxes.Zip(layout.Boxes.Skip(1)).All(p => p.First.Y + p.First.Height + 10 <= p.Second.Y);
        var labels = layout.Paths.All(p => p.LabelX - (p.Labels.Max(l => l.Length) * 6) >= 0 && p.LabelX + (p.Labels.Max(l => l.Length) * 6) <= layout.Width + 40 && p.LabelY > 0 && p.LabelY < layout.Height);
        return apart && boxes && labels && layout.Paths.Count == arrows.Count(a => a.From != a.To) && layout.Boxes.Count(b => b.Again is not null) == arrows.Count(a => a.From == a.To);
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^M([\d.]+) ([\d.]+) H([\d.]+) V([\d.]+) H")]
    private static partial Regex Upright();
}
