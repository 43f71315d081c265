namespace DataBureau.Web.Components.Workflow;

/// <summary>An arrow of a state diagram; the words of acts that lead the same way stand together on it.</summary>
public sealed record StateArrow(int From, int To, IReadOnlyList<string> Labels);

/// <summary>A state as it is drawn. Pixels; <paramref name="Y"/> is its upper edge.</summary>
/// <param name="Title">The state.</param>
/// <param name="Again">Acts that leave the case where it is.</param>
/// <param name="Y">From the top of the picture.</param>
/// <param name="Height">Grows with the arrows that end at it.</param>
public sealed record StateBox(string Title, string? Again, double Y, double Height)
{
    public double Middle => Y + (Height / 2);
}

/// <summary>An arrow as it is drawn: an SVG path, and its words, one line each, around a point.</summary>
public sealed record StatePath(string Path, double LabelX, double LabelY, IReadOnlyList<string> Labels, bool Back);

/// <summary>
/// A state diagram with the states one below the other in the order of the work: the usual way runs straight down, short cuts
/// run down on the right, ways back run up on the left, each in a lane of its own so that no two arrows or words cover each other.
/// </summary>
public sealed class StateDiagramLayout
{
    public const double BoxWidth = 148;
    public const double LineHeight = 15;

    private const double Gap = 36;
    private const double PortStep = 9;
    private const double MinBox = 34;
    private const double Margin = 12;
    private const double FontSize = 12;

    private readonly IReadOnlyList<StateArrow> _down;
    private readonly IReadOnlyList<Lane> _left;
    private readonly IReadOnlyList<Lane> _right;

    /// <param name="states">In the order of the work.</param>
    /// <param name="arrows">By the places of the states in that order; at most one for each pair.</param>
    public StateDiagramLayout(IReadOnlyList<string> states, IReadOnlyList<StateArrow> arrows)
    {
        _down = [.. arrows.Where(a => a.To == a.From + 1)];
        _right = Lanes(arrows.Where(a => a.To > a.From + 1));
        _left = Lanes(arrows.Where(a => a.To < a.From));
        var y = Margin;
        var boxes = new List<StateBox>();
        for (var i = 0; i < states.Count; i++)
        {
            var again = arrows.FirstOrDefault(a => a.From == i && a.To == i);
            var ports = Math.Max(Ends(_left, i).Count, Ends(_right, i).Count);
            var height = Math.Max(MinBox + (again is null ? 0 : LineHeight), (ports + 1) * PortStep);
            boxes.Add(new StateBox(states[i], again is null ? null : "↻ " + string.Join('、', again.Labels), y, height));
            y += height + Math.Max(Gap, 10 + (LineHeight * (_down.FirstOrDefault(a => a.From == i)?.Labels.Count ?? 1)));
        }

        Boxes = boxes;
        Height = y - Gap + Margin;
        BoxX = Margin + Reach(_left);
        Width = BoxX + BoxWidth + Math.Max(Reach(_right), _down.Count == 0 ? 0 : 20) + Margin;
        Paths = [.. _down.Select(Straight), .. _right.Select(l => Around(l, _right, +1)), .. _left.Select(l => Around(l, _left, -1))];
    }

    public IReadOnlyList<StateBox> Boxes { get; }

    public IReadOnlyList<StatePath> Paths { get; }

    public double BoxX { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Chinese signs are as wide as they are high.</summary>
    private static double WidthOf(StateArrow arrow) => (arrow.Labels.Max(l => l.Length) * FontSize) + 8;

    /// <summary>Shorter arrows are nearer to the boxes; arrows that pass the same state are in different lanes.</summary>
    private static List<Lane> Lanes(IEnumerable<StateArrow> arrows)
    {
        var lanes = new List<Lane>();
        foreach (var arrow in arrows.OrderBy(a => Math.Abs(a.To - a.From)).ThenBy(a => Math.Min(a.From, a.To)))
        {
            var place = 0;
            while (lanes.Any(l => l.Place == place && l.Top < Math.Max(arrow.From, arrow.To) && Math.Min(arrow.From, arrow.To) < l.Bottom))
                place++;
            lanes.Add(new Lane(arrow, place));
        }

        return lanes;
    }

    /// <summary>The arrows that touch a state on one side, from its upper to its lower edge: those from above inner lane first, those from below outer lane first, so that they do not cross at the box.</summary>
    private static List<Lane> Ends(IReadOnlyList<Lane> side, int state) =>
        [.. side.Where(l => l.Bottom == state).OrderBy(l => l.Place).ThenBy(l => l.Arrow.From), .. side.Where(l => l.Top == state).OrderByDescending(l => l.Place).ThenBy(l => l.Arrow.From)];

    private static double Reach(IReadOnlyList<Lane> side) => side.Count == 0 ? 0 : Middle(side, side.Max(l => l.Place)) + (Widest(side, side.Max(l => l.Place)) / 2);

    private static double Widest(IReadOnlyList<Lane> side, int place) => side.Where(l => l.Place == place).Max(l => WidthOf(l.Arrow));

    /// <summary>From the edge of the boxes to the line of a lane.</summary>
    private static double Middle(IReadOnlyList<Lane> side, int place) =>
        Enumerable.Range(0, place).Sum(p => Widest(side, p) + 6) + 14 + (Widest(side, place) / 2);

    private static string Move(double x, double y) => Text($"{x:0.#} {y:0.#}");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private StatePath Straight(StateArrow arrow)
    {
        var (x, from, to) = (BoxX + (BoxWidth / 2), Boxes[arrow.From], Boxes[arrow.To]);
        var (top, bottom) = (from.Y + from.Height, to.Y);
        return new StatePath(Text($"M{Move(x, top)} V{bottom - 1:0.#}"), x + 6 + (WidthOf(arrow) / 2), (top + bottom) / 2, arrow.Labels, false);
    }

    private StatePath Around(Lane lane, IReadOnlyList<Lane> side, int direction)
    {
        var edge = direction > 0 ? BoxX + BoxWidth : BoxX;
        var x = edge + (direction * Middle(side, lane.Place));
        var (from, to) = (Port(lane, side, lane.Arrow.From), Port(lane, side, lane.Arrow.To));
        return new StatePath(Text($"M{Move(edge, from)} H{x:0.#} V{to:0.#} H{edge + direction:0.#}"), x, (from + to) / 2, lane.Arrow.Labels, direction < 0);
    }

    private double Port(Lane lane, IReadOnlyList<Lane> side, int state)
    {
        var ends = Ends(side, state);
        return Boxes[state].Y + (Boxes[state].Height * (ends.IndexOf(lane) + 1) / (ends.Count + 1));
    }

    private sealed record Lane(StateArrow Arrow, int Place)
    {
        public int Top => Math.Min(Arrow.From, Arrow.To);

        public int Bottom => Math.Max(Arrow.From, Arrow.To);
    }
}
